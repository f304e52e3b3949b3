package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `json.dumps` with Python's separators, escapes and numbers. Immutable.
public final class PythonJson {
  /// `json.dumps(value)`: `{"a": 1}`, other than ASCII escaped.
  public static final PythonJson DEFAULT = new PythonJson(", ", ": ", true, false, null);

  /// `json.dumps(value, separators=(",", ":"))`
  public static final PythonJson COMPACT = new PythonJson(",", ":", true, false, null);

  private static final int MAX_DEPTH = 500;
  private static final String HEX = "0123456789abcdef";

  private final String itemSeparator;
  private final String keySeparator;
  private final boolean ascii;
  private final boolean sortKeys;
  private final @Nullable String indent;

  private PythonJson(
      String itemSeparator,
      String keySeparator,
      boolean ascii,
      boolean sortKeys,
      @Nullable String indent) {
    this.itemSeparator = itemSeparator;
    this.keySeparator = keySeparator;
    this.ascii = ascii;
    this.sortKeys = sortKeys;
    this.indent = indent;
  }

  /// With `ensure_ascii=False`.
  public PythonJson unicode() {
    return new PythonJson(itemSeparator, keySeparator, false, sortKeys, indent);
  }

  /// With `sort_keys=True`.
  public PythonJson sorted() {
    return new PythonJson(itemSeparator, keySeparator, ascii, true, indent);
  }

  /// With `indent`: one element a line.
  public PythonJson indented(String by) {
    return new PythonJson(",", keySeparator, ascii, sortKeys, by);
  }

  /// Writes `value` as JSON.
  ///
  /// @throws PythonException TYPE for values that JSON does not have, VALUE for circular ones
  public String dumps(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out, 0);
    return out.toString();
  }

  private void write(@Nullable Object value, StringBuilder out, int depth) {
    if (depth > MAX_DEPTH) {
      throw PythonException.value("Circular reference detected");
    }
    switch (value) {
      case null -> out.append("null");
      case String text -> writeText(text, out);
      case Markup markup -> writeText(markup.text(), out);
      case Boolean flag -> out.append(flag.booleanValue());
      case Long number -> out.append(number.longValue());
      case Integer number -> out.append(number.intValue());
      case BigInteger number -> out.append(Repr.bigInt(number));
      case Double number -> out.append(real(number));
      case Map<?, ?> map -> writeMap(map, out, depth);
      case List<?> list -> writeList(list, out, depth);
      case Tuple tuple -> writeList(tuple.items(), out, depth);
      default ->
          throw PythonException.type(
              "Object of type " + Types.name(value) + " is not JSON serializable");
    }
  }

  private static String real(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    return FloatText.repr(number);
  }

  private void writeMap(Map<?, ?> map, StringBuilder out, int depth) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    boolean first = true;
    for (Object key : sortKeys ? Sorting.sorted(map.keySet(), k -> k, false) : map.keySet()) {
      separate(first, out, depth + 1);
      first = false;
      writeText(key(key), out);
      out.append(keySeparator);
      write(map.get(key), out, depth + 1);
    }
    newline(out, depth);
    out.append('}');
  }

  private static String key(@Nullable Object key) {
    return switch (key) {
      case String text -> text;
      case null -> "null";
      case Boolean flag -> flag ? "true" : "false";
      case Double number -> real(number);
      default -> {
        if (!Numbers.isInt(key)) {
          throw PythonException.type(
              "keys must be str, int, float, bool or None, not " + Types.name(key));
        }
        yield key.toString();
      }
    };
  }

  private void writeList(List<?> list, StringBuilder out, int depth) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    boolean first = true;
    for (Object item : list) {
      separate(first, out, depth + 1);
      first = false;
      write(item, out, depth + 1);
    }
    newline(out, depth);
    out.append(']');
  }

  private void separate(boolean first, StringBuilder out, int depth) {
    Arithmetic.checkPrinted(out.length());
    if (!first) {
      out.append(itemSeparator);
    }
    newline(out, depth);
  }

  private void newline(StringBuilder out, int depth) {
    if (indent != null) {
      out.append('\n').repeat(indent, depth);
    }
  }

  private void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\f' -> out.append("\\f");
        case '\b' -> out.append("\\b");
        default -> {
          if (c < ' ' || (ascii && c > '~')) {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
              out.append(HEX.charAt((c >> shift) & 0xf));
            }
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
