package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `format(value, spec)`: fill, alignment, sign, width, grouping, precision and type.
final class FormatSpec {
  private static final Pattern SPEC =
      Pattern.compile(
          "(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\\d+)?([,_])?(?:\\.(\\d+))?([bcdeEfFgGnosxX%])?",
          Pattern.DOTALL);

  private final String fill;
  private final char align;
  private final String sign;
  private final boolean alternate;
  private final int width;
  private final String grouping;
  private final int precision;
  private final char type;

  private FormatSpec(Matcher parts, boolean number) {
    boolean zero = parts.group(6) != null;
    boolean aligned = parts.group(2) != null;
    String given = parts.group(1);
    this.fill = given != null ? given : zero ? "0" : " ";
    this.align = aligned ? parts.group(2).charAt(0) : number ? (zero ? '=' : '>') : '<';
    this.sign = parts.group(3) == null ? "-" : parts.group(3);
    this.alternate = parts.group(5) != null;
    this.width = parts.group(7) == null ? 0 : count(parts.group(7));
    this.grouping = parts.group(8) == null ? "" : parts.group(8);
    this.precision = parts.group(9) == null ? -1 : count(parts.group(9));
    this.type = parts.group(10) == null ? 0 : parts.group(10).charAt(0);
  }

  private static int count(String digits) {
    int count = digits.length() > 6 ? 1_000_000 : Integer.parseInt(digits);
    if (count > 100_000) {
      throw PythonException.value("Too many decimal digits in format string");
    }
    return count;
  }

  static String format(@Nullable Object value, String spec) {
    if (spec.isEmpty()) {
      return Repr.str(value);
    }
    return switch (value) {
      case DateTime moment -> Strftime.format(moment, spec);
      case LocalDate date -> Strftime.format(date, spec);
      case LocalTime time ->
          Strftime.format(new DateTime(LocalDate.of(1900, 1, 1).atTime(time), null), spec);
      case String text -> parse(spec, false).text(text);
      case null, default -> {
        if (value == null || !Numbers.isNumber(value)) {
          throw PythonException.type(
              "unsupported format string passed to " + Types.name(value) + ".__format__");
        }
        yield parse(spec, true).number(value);
      }
    };
  }

  private static FormatSpec parse(String spec, boolean number) {
    Matcher parts = SPEC.matcher(spec);
    if (!parts.matches()) {
      throw PythonException.value("Invalid format specifier");
    }
    return new FormatSpec(parts, number);
  }

  private String text(String text) {
    if (type != 0 && type != 's') {
      throw PythonException.value("Unknown format code '" + type + "' for object of type 'str'");
    }
    if (align == '=' || !sign.equals("-") || !grouping.isEmpty()) {
      throw PythonException.value("not allowed in string format specifier");
    }
    int length = Text.length(text);
    return padded("", precision >= 0 && precision < length ? Text.slice(text, 0, precision) : text);
  }

  private String number(Object value) {
    boolean real = value instanceof Double || (type != 0 && "eEfFgG%".indexOf(type) >= 0);
    return real ? real(Numbers.toDouble(value)) : integer(Numbers.big(value));
  }

  private String integer(BigInteger value) {
    if (precision >= 0) {
      throw PythonException.value("Precision not allowed in integer format specifier");
    }
    String digits = value.abs().toString();
    String prefix = "";
    switch (type) {
      case 0, 'd', 'n' -> {}
      case 'b' -> {
        digits = value.abs().toString(2);
        prefix = "0b";
      }
      case 'o' -> {
        digits = value.abs().toString(8);
        prefix = "0o";
      }
      case 'x', 'X' -> {
        digits = value.abs().toString(16);
        prefix = "0x";
      }
      case 'c' -> {
        return padded("", Character.toString(value.intValue()));
      }
      default ->
          throw PythonException.value(
              "Unknown format code '" + type + "' for object of type 'int'");
    }
    String body = grouped(digits, prefix.isEmpty() ? 3 : 4);
    String lead = signOf(value.signum() < 0) + (alternate ? prefix : "");
    return type == 'X'
        ? padded(lead.toUpperCase(Locale.ROOT), body.toUpperCase(Locale.ROOT))
        : padded(lead, body);
  }

  private String real(double value) {
    double magnitude = Math.abs(value);
    int digits = precision < 0 ? 6 : precision;
    String body =
        switch (type) {
          case 'f', 'F' -> NumberFormat.fixed(magnitude, digits);
          case 'e', 'E' -> NumberFormat.scientific(magnitude, digits);
          case 'g', 'G', 'n' -> NumberFormat.general(magnitude, digits, alternate);
          case '%' -> NumberFormat.fixed(magnitude * 100, digits) + "%";
          case 0 -> precision < 0 ? FloatText.repr(magnitude) : shortReal(magnitude);
          default ->
              throw PythonException.value(
                  "Unknown format code '" + type + "' for object of type 'float'");
        };
    boolean negative = value < 0 || (value == 0 && 1 / value < 0);
    if (type == 'E' || type == 'F' || type == 'G') {
      body = body.toUpperCase(Locale.ROOT);
    }
    int whole = 0;
    while (whole < body.length() && Character.isDigit(body.charAt(whole))) {
      whole++;
    }
    return padded(signOf(negative), grouped(body.substring(0, whole), 3) + body.substring(whole));
  }

  private String shortReal(double magnitude) {
    String text = NumberFormat.general(magnitude, precision, false);
    boolean whole = text.chars().allMatch(Character::isDigit);
    return whole ? text + ".0" : text;
  }

  private String signOf(boolean negative) {
    return negative ? "-" : sign.equals("-") ? "" : sign;
  }

  private String grouped(String digits, int size) {
    if (grouping.isEmpty()) {
      return digits;
    }
    StringBuilder out = new StringBuilder(digits);
    for (int at = digits.length() - size; at > 0; at -= size) {
      out.insert(at, grouping);
    }
    return out.toString();
  }

  private String padded(String lead, String body) {
    int missing = Math.max(0, width - Text.length(lead) - Text.length(body));
    return switch (align) {
      case '<' -> lead + body + fill.repeat(missing);
      case '>' -> fill.repeat(missing) + lead + body;
      case '=' -> lead + fill.repeat(missing) + body;
      default -> fill.repeat(missing / 2) + lead + body + fill.repeat(missing - missing / 2);
    };
  }
}
