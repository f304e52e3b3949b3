package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `str(value)` and `repr(value)`.
public final class Repr {
  private static final int MAX_INT_BITS = 14_284;

  private Repr() {}

  /// `str(value)`: what a template prints.
  public static String str(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case Markup markup -> markup.text();
      case DateTime moment -> IsoText.dateTime(moment, " ", "auto");
      case LocalDate date -> IsoText.date(date);
      case LocalTime time -> IsoText.time(time, "auto");
      case TimeDelta delta -> delta.toString();
      case CalendarDuration duration -> duration.toString();
      case Undefined _ -> "";
      case null, default -> repr(value);
    };
  }

  /// `repr(value)`: how a value prints inside a list or dict.
  public static String repr(@Nullable Object value) {
    if (value instanceof Long || value instanceof Integer) {
      return value.toString();
    }
    StringBuilder out = new StringBuilder();
    write(value, out, new ArrayList<>(0));
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out, List<Object> parents) {
    switch (value) {
      case null -> out.append("None");
      case String text -> StringRepr.write(text, out);
      case Boolean flag -> out.append(flag ? "True" : "False");
      case Long number -> out.append(number.longValue());
      case Integer number -> out.append(number.intValue());
      case BigInteger number -> out.append(bigInt(number));
      case Double number -> out.append(FloatText.repr(number));
      case Map<?, ?> map -> writeMap(map, out, parents);
      case List<?> list -> writeItems("[", list, "]", list, out, parents);
      case Tuple tuple -> writeTuple(tuple, out, parents);
      case PythonSet set -> writeSet(set, out, parents);
      case Bytes bytes -> StringRepr.write(bytes, out);
      case Attributes attributes -> write(attributes.entries(), out, parents);
      case DictView view -> {
        out.append(view.kind().typeName());
        writeItems("([", Iteration.list(view), "])", view, out, parents);
      }
      default -> out.append(atom(value));
    }
  }

  private static String atom(Object value) {
    return switch (value) {
      case DateTime moment -> DateRepr.repr(moment);
      case LocalDate date -> DateRepr.repr(date);
      case LocalTime time -> DateRepr.repr(time);
      case TimeDelta delta -> DateRepr.repr(delta);
      case CalendarDuration duration -> DateRepr.repr(duration);
      case Markup markup -> "Markup(" + repr(markup.text()) + ")";
      case Undefined _ -> "Undefined";
      case PythonIterator iterator -> "<" + iterator.typeName() + " object at 0x7f0000000000>";
      case PythonFunction function -> function.repr();
      case PythonObject object -> object.repr();
      default -> value.toString();
    };
  }

  static String bigInt(BigInteger number) {
    if (number.bitLength() > MAX_INT_BITS && number.abs().toString().length() > 4300) {
      throw PythonException.value("Exceeds the limit (4300 digits) for integer string conversion");
    }
    return number.toString();
  }

  private static boolean within(Object value, List<Object> parents) {
    for (Object parent : parents) {
      if (sameObject(parent, value)) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean sameObject(Object left, Object right) {
    return left == right;
  }

  private static void writeMap(Map<?, ?> map, StringBuilder out, List<Object> parents) {
    if (within(map, parents)) {
      out.append("{...}");
      return;
    }
    parents.add(map);
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Arithmetic.checkPrinted(out.length());
      out.append(separator);
      write(entry.getKey(), out, parents);
      out.append(": ");
      write(entry.getValue(), out, parents);
      separator = ", ";
    }
    out.append('}');
    parents.removeLast();
  }

  private static void writeItems(
      String open,
      List<? extends @Nullable Object> items,
      String close,
      Object owner,
      StringBuilder out,
      List<Object> parents) {
    if (within(owner, parents)) {
      out.append(open).append("...").append(close);
      return;
    }
    parents.add(owner);
    out.append(open);
    for (int i = 0; i < items.size(); i++) {
      Arithmetic.checkPrinted(out.length());
      if (i > 0) {
        out.append(", ");
      }
      write(items.get(i), out, parents);
    }
    out.append(close);
    parents.removeLast();
  }

  private static void writeTuple(Tuple tuple, StringBuilder out, List<Object> parents) {
    String close = tuple.items().size() == 1 ? ",)" : ")";
    writeItems("(", tuple.items(), close, tuple, out, parents);
  }

  private static void writeSet(PythonSet set, StringBuilder out, List<Object> parents) {
    if (set.size() == 0) {
      out.append("set()");
    } else {
      writeItems("{", set.toList(), "}", set, out, parents);
    }
  }
}
