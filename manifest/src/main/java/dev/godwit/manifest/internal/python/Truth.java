package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `bool(value)`.
public final class Truth {
  private Truth() {}

  public static boolean of(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      case String text -> !text.isEmpty();
      case Markup markup -> !markup.text().isEmpty();
      case Long number -> number != 0;
      case Integer number -> number != 0;
      case Double number -> number != 0;
      case BigInteger number -> number.signum() != 0;
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case Tuple tuple -> !tuple.items().isEmpty();
      case PythonSet set -> set.size() != 0;
      case Bytes bytes -> bytes.length() != 0;
      case DictView view -> !view.map().isEmpty();
      case Undefined _ -> false;
      case TimeDelta delta -> delta.micros() != 0;
      case CalendarDuration _ -> true;
      case Attributes attributes -> attributes.truth();
      default -> true;
    };
  }
}
