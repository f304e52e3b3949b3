package dev.godwit.core.json;

/// Writes doubles with the fewest digits that read back as the same number, laid out as the
/// reference's writer does it: plain from 1e-5 to below 1e16, with an exponent outside.
final class FloatText {
  private static final double FIRST_WITH_EXPONENT = 1e16;
  private static final long LARGEST_SURELY_SHORTEST = 1_000_000_000_000_000L;
  private static final int MOST_DECIMALS_TRIED = 6;

  private FloatText() {}

  static void write(double value, JsonBuffer target) {
    if (!Double.isFinite(value)) {
      target.addAscii("null");
      return;
    }
    if (Double.doubleToRawLongBits(value) < 0) {
      target.add((byte) '-');
    }
    double size = Math.abs(value);
    long whole = (long) size;
    if (whole == size && size < FIRST_WITH_EXPONENT) {
      JsonWriter.integer(whole, target);
      target.addAscii(".0");
    } else if (!shortDecimal(size, target)) {
      general(size, target);
    }
  }

  /// Up to 15 digits are the only decimal of their length that reads back as the number, so trying
  /// is enough.
  private static boolean shortDecimal(double size, JsonBuffer target) {
    long power = 1;
    for (int decimals = 1; decimals <= MOST_DECIMALS_TRIED; decimals++) {
      power *= 10;
      double scaled = size * power;
      if (scaled >= LARGEST_SURELY_SHORTEST) {
        return false;
      }
      long digits = Math.round(scaled);
      if ((double) digits / power == size) {
        if (size < 1e-5) {
          return false;
        }
        JsonWriter.integer(digits / power, target);
        target.add((byte) '.');
        fractionDigits(digits % power, power / 10, target);
        return true;
      }
    }
    return false;
  }

  private static void fractionDigits(long fraction, long highest, JsonBuffer target) {
    target.reserve(MOST_DECIMALS_TRIED);
    for (long power = highest; power > 0; power /= 10) {
      target.put((int) ('0' + fraction / power % 10));
    }
  }

  private static void general(double size, JsonBuffer target) {
    String text = Double.toString(size);
    int e = text.indexOf('E');
    String number = e < 0 ? text : text.substring(0, e);
    int point = number.indexOf('.');
    String digits = number.substring(0, point) + number.substring(point + 1);
    int exponent = point - 1 + (e < 0 ? 0 : Integer.parseInt(text, e + 1, text.length(), 10));
    int zeros = 0;
    while (digits.charAt(zeros) == '0') {
      zeros++;
    }
    exponent -= zeros;
    digits = oneDigit(size, withoutTrailingZeros(digits.substring(zeros)), exponent);
    if (digits.equals("10")) {
      digits = "1";
      exponent++;
    }
    if (exponent < -5 || exponent >= 16) {
      withExponent(digits, exponent, target);
    } else {
      plain(digits, exponent, target);
    }
  }

  private static String withoutTrailingZeros(String digits) {
    int end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }

  /// Java never writes fewer than two digits, even where one is enough. "10" stands for a one of
  /// the next higher power.
  private static String oneDigit(double size, String digits, int exponent) {
    if (digits.length() != 2) {
      return digits;
    }
    int down = digits.charAt(0) - '0';
    int nearest = digits.charAt(1) < '5' ? down : down + 1;
    for (int digit : new int[] {nearest, 2 * down + 1 - nearest}) {
      if (digit > 0 && Double.parseDouble(digit + "e" + exponent) == size) {
        return Integer.toString(digit);
      }
    }
    return digits;
  }

  private static void withExponent(String digits, int exponent, JsonBuffer target) {
    target.add((byte) digits.charAt(0));
    if (digits.length() > 1) {
      target.add((byte) '.');
      target.addAscii(digits.substring(1));
    }
    target.addAscii(exponent < 0 ? "e" : "e+");
    JsonWriter.integer(exponent, target);
  }

  private static void plain(String digits, int exponent, JsonBuffer target) {
    if (exponent < 0) {
      target.addAscii("0.");
      target.addAscii("0".repeat(-exponent - 1));
      target.addAscii(digits);
      return;
    }
    int whole = exponent + 1;
    target.addAscii(digits.substring(0, Math.min(whole, digits.length())));
    target.addAscii("0".repeat(Math.max(0, whole - digits.length())));
    target.addAscii(".");
    target.addAscii(digits.length() > whole ? digits.substring(whole) : "0");
  }
}
