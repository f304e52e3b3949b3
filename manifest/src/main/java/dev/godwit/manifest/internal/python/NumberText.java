package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// `int(text)` and `float(text)`: whitespace around, underscores between digits, digits of any
/// script.
public final class NumberText {
  private static final int MAX_DIGITS = 4300;

  private NumberText() {}

  /// `int(text, base)`, null when `text` is no such number. `base` is 2 to 36, or 0 for the
  /// literal's own prefix.
  public static @Nullable Object parseInt(String text, int base) {
    String digits = ascii(Text.strip(text));
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    int radix = base;
    int prefixed = prefixBase(digits);
    if (prefixed != 0 && (base == 0 || base == prefixed)) {
      radix = prefixed;
      digits = digits.substring(2);
      if (digits.startsWith("_")) {
        digits = digits.substring(1);
      }
    } else if (base == 0) {
      radix = 10;
      if (digits.length() > 1 && digits.startsWith("0") && !digits.matches("[0_]+")) {
        return null;
      }
    }
    String plain = withoutUnderscores(digits, 36);
    if (plain == null || plain.isEmpty() || !allDigits(plain, radix)) {
      return null;
    }
    if (plain.length() > MAX_DIGITS && Integer.bitCount(radix) != 1) {
      return null;
    }
    if (radix == 10 && plain.length() <= 18) {
      long number = Long.parseLong(plain);
      return negative ? -number : number;
    }
    BigInteger number = new BigInteger(plain, radix);
    return Numbers.normal(negative ? number.negate() : number);
  }

  /// `float(text)`, null when `text` is no number.
  public static @Nullable Double parseFloat(String text) {
    String body = withoutUnderscores(ascii(Text.strip(text)), 10);
    if (body == null || body.isEmpty()) {
      return null;
    }
    if (isDecimal(body)) {
      return Double.valueOf(body);
    }
    String bare = body.startsWith("-") || body.startsWith("+") ? body.substring(1) : body;
    double sign = body.startsWith("-") ? -1 : 1;
    if (bare.equalsIgnoreCase("inf") || bare.equalsIgnoreCase("infinity")) {
      return sign * Double.POSITIVE_INFINITY;
    }
    return bare.equalsIgnoreCase("nan") ? Double.NaN : null;
  }

  private static boolean isDecimal(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int whole = digitsFrom(text, at);
    at += whole;
    int fraction = 0;
    if (at < text.length() && text.charAt(at) == '.') {
      fraction = digitsFrom(text, at + 1);
      at += 1 + fraction;
    }
    if (whole + fraction == 0) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      int exponent = digitsFrom(text, at);
      at += exponent;
      if (exponent == 0) {
        return false;
      }
    }
    return at == text.length();
  }

  private static int digitsFrom(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  private static int prefixBase(String digits) {
    if (digits.length() < 3 || digits.charAt(0) != '0') {
      return 0;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 0;
    };
  }

  private static boolean allDigits(String text, int radix) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || Character.digit(c, radix) < 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String withoutUnderscores(String text, int radix) {
    if (text.indexOf('_') < 0) {
      return text;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '_' && (!isDigit(text, i - 1, radix) || !isDigit(text, i + 1, radix))) {
        return null;
      }
    }
    return text.replace("_", "");
  }

  private static boolean isDigit(String text, int at, int radix) {
    return at >= 0 && at < text.length() && Character.digit(text.charAt(at), radix) >= 0;
  }

  private static String ascii(String text) {
    if (Text.isAscii(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          int digit = c < 128 ? -1 : Character.digit(c, 10);
          if (digit >= 0 && Character.isDigit(c)) {
            plain.append(digit);
          } else {
            plain.appendCodePoint(c);
          }
        });
    return plain.toString();
  }
}
