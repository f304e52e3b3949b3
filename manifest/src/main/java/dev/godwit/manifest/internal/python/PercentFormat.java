package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.PythonException.Kind;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `format % values`, as C's printf with Python's values.
public final class PercentFormat {
  private final String format;
  private final @Nullable Object values;
  private final List<? extends @Nullable Object> sequence;
  private int at;
  private int used;
  private boolean named;
  private String flags = "";
  private int width;
  private int precision;

  private PercentFormat(String format, @Nullable Object values) {
    this.format = format;
    this.values = values;
    this.sequence =
        values instanceof Tuple tuple ? tuple.items() : Collections.singletonList(values);
  }

  /// The value of `format % values`.
  ///
  /// @throws PythonException TYPE for values that do not fit the directives, VALUE for unknown
  ///   directives
  public static String format(String format, @Nullable Object values) {
    return new PercentFormat(format, values).run();
  }

  private String run() {
    StringBuilder out = new StringBuilder();
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c == '%') {
        out.append(directive());
        Arithmetic.checkLength(out.length());
      } else {
        out.append(c);
      }
    }
    boolean mapping = isMapping() || values instanceof List<?>;
    if (used < sequence.size() && !named && !mapping) {
      throw PythonException.type("not all arguments converted during string formatting");
    }
    return out.toString();
  }

  private String directive() {
    Object value = MISSING;
    if (peek() == '(') {
      value = keyed();
    }
    int start = at;
    while ("-+ #0".indexOf(peek()) >= 0) {
      at++;
    }
    flags = format.substring(start, at);
    width = count(0);
    if (width < 0) {
      flags += "-";
      width = -width;
    }
    precision = -1;
    if (peek() == '.') {
      at++;
      precision = Math.max(0, count(0));
    }
    while ("hlL".indexOf(peek()) >= 0) {
      at++;
    }
    char conversion = peek();
    at++;
    if (conversion == '%') {
      return "%";
    }
    return converted(conversion, value == MISSING ? nextValue() : value);
  }

  private boolean isMapping() {
    return values instanceof Map<?, ?>
        || values instanceof Attributes
        || values instanceof Undefined;
  }

  private char peek() {
    if (at >= format.length()) {
      throw PythonException.value("incomplete format");
    }
    return format.charAt(at);
  }

  private @Nullable Object keyed() {
    boolean mapping = isMapping();
    if (!mapping) {
      throw PythonException.type("format requires a mapping");
    }
    int open = 1;
    int start = ++at;
    while (open > 0) {
      char c = peek();
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
    }
    String key = format.substring(start, at - 1);
    named = true;
    Object value = Subscript.find(values, key);
    if (value == MISSING) {
      throw new PythonException(Kind.KEY, Repr.repr(key));
    }
    return value;
  }

  private int count(int absent) {
    if (peek() == '*') {
      at++;
      int count = Numbers.index(nextValue());
      Arithmetic.checkLength(Math.abs((long) count));
      return count;
    }
    int start = at;
    while (Character.isDigit(peek())) {
      at++;
    }
    String digits = format.substring(start, at);
    if (digits.length() > 6) {
      throw PythonException.value("width too big");
    }
    return digits.isEmpty() ? absent : Integer.parseInt(digits);
  }

  private @Nullable Object nextValue() {
    if (named || used >= sequence.size()) {
      throw PythonException.type("not enough arguments for format string");
    }
    return sequence.get(used++);
  }

  private String converted(char conversion, @Nullable Object value) {
    return switch (conversion) {
      case 's' -> text(Repr.str(value));
      case 'r' -> text(Repr.repr(value));
      case 'a' -> text(ascii(Repr.repr(value)));
      case 'c' -> padded("", character(value), false);
      case 'd', 'i', 'u' -> number(integer(value, true), 10, "");
      case 'x' -> number(integer(value, false), 16, "0x");
      case 'X' -> number(integer(value, false), 16, "0x").toUpperCase(Locale.ROOT);
      case 'o' -> number(integer(value, false), 8, "0o");
      case 'e', 'f', 'g' -> real(conversion, value);
      case 'E', 'F', 'G' -> real(Character.toLowerCase(conversion), value).toUpperCase(Locale.ROOT);
      default -> throw PythonException.value("unsupported format character '" + conversion + "'");
    };
  }

  private String text(String text) {
    boolean cut = precision >= 0 && precision < Text.length(text);
    return padded("", cut ? Text.slice(text, 0, precision) : text, false);
  }

  static String ascii(String text) {
    StringBuilder out = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      if (c < 128) {
        out.append((char) c);
      } else {
        String pattern = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
        out.append(String.format(pattern, c));
      }
    }
    return out.toString();
  }

  private static String character(@Nullable Object value) {
    if (value instanceof String text && Text.length(text) == 1) {
      return text;
    }
    if (value == null || !Numbers.isInt(value)) {
      throw PythonException.type("%c requires int or char");
    }
    int codePoint = Numbers.index(value);
    if (codePoint < 0 || codePoint > Character.MAX_CODE_POINT) {
      throw PythonException.overflow("%c arg not in range(0x110000)");
    }
    return Character.toString(codePoint);
  }

  private static BigInteger integer(@Nullable Object value, boolean truncate) {
    if (truncate && value instanceof Double number) {
      return Numbers.big(Numbers.truncate(number));
    }
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (value == null || !Numbers.isInt(value)) {
      throw PythonException.type("%d format: a real number is required, not " + Types.name(value));
    }
    return Numbers.big(value);
  }

  private String number(BigInteger value, int radix, String prefix) {
    String digits = value.abs().toString(radix);
    String filled = "0".repeat(Math.max(0, precision - digits.length())) + digits;
    String lead = sign(value.signum() < 0) + (flags.contains("#") ? prefix : "");
    return padded(lead, filled, true);
  }

  private String real(char conversion, @Nullable Object value) {
    if (value == null || !Numbers.isNumber(value)) {
      throw value instanceof Undefined undefined
          ? undefined.failure()
          : PythonException.type("must be real number, not " + Types.name(value));
    }
    double number = Numbers.toDouble(value);
    double magnitude = Math.abs(number);
    int digits = precision < 0 ? 6 : precision;
    String body =
        switch (conversion) {
          case 'f' -> NumberFormat.fixed(magnitude, digits);
          case 'e' -> NumberFormat.scientific(magnitude, digits);
          default -> NumberFormat.general(magnitude, digits, flags.contains("#"));
        };
    boolean negative = number < 0 || (number == 0 && 1 / number < 0);
    return padded(sign(negative), body, true);
  }

  private String sign(boolean negative) {
    return negative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
  }

  private String padded(String lead, String body, boolean numeric) {
    int missing = Math.max(0, width - lead.length() - Text.length(body));
    if (flags.contains("-")) {
      return lead + body + " ".repeat(missing);
    }
    return numeric && flags.contains("0")
        ? lead + "0".repeat(missing) + body
        : " ".repeat(missing) + lead + body;
  }
}
