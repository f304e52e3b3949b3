package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of Python's types.
public final class Types {
  private Types() {}

  /// `type(value).__name__`
  public static String name(@Nullable Object value) {
    return switch (value) {
      case null -> "NoneType";
      case String _ -> "str";
      case Boolean _ -> "bool";
      case Long _ -> "int";
      case Integer _ -> "int";
      case BigInteger _ -> "int";
      case Double _ -> "float";
      case Markup _ -> "Markup";
      case List<?> _ -> "list";
      case Map<?, ?> _ -> "dict";
      case Tuple _ -> "tuple";
      case PythonSet _ -> "set";
      case Bytes _ -> "bytes";
      case DateTime _ -> "datetime";
      case LocalDate _ -> "date";
      case LocalTime _ -> "time";
      case TimeDelta _ -> "timedelta";
      case CalendarDuration _ -> "Duration";
      case Undefined _ -> "Undefined";
      case PythonIterator iterator -> iterator.typeName();
      case DictView view -> view.kind().typeName();
      case PythonFunction function -> function.typeName();
      case PythonObject object -> object.typeName();
      case Attributes attributes -> attributes.typeName();
      default -> value == Ellipsis.ELLIPSIS ? "ellipsis" : "object";
    };
  }
}
