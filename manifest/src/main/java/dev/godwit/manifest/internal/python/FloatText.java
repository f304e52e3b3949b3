package dev.godwit.manifest.internal.python;

import java.math.BigDecimal;
import java.math.BigInteger;

/// The text of a float: the shortest decimal that reads back as the same double.
public final class FloatText {
  private FloatText() {}

  /// `repr(number)`: `0.1`, `1e+22`, `1.0`, `inf`, `nan`.
  public static String repr(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      String whole = Long.toString((long) number);
      return number == 0 && 1 / number < 0 ? "-0.0" : whole + ".0";
    }
    BigDecimal shortest = shortest(Math.abs(number));
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - shortest.scale() - 1;
    String text =
        exponent < -4 || exponent >= 16 ? scientific(digits, exponent) : plain(digits, exponent);
    return number < 0 ? "-" + text : text;
  }

  private static BigDecimal shortest(double number) {
    BigDecimal java = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (java.precision() != 2) {
      return java;
    }
    // Java never prints fewer than two digits and picks the closest of them, so one digit may do.
    BigDecimal exact = new BigDecimal(number);
    BigInteger tens = java.unscaledValue().divide(BigInteger.TEN);
    BigDecimal low = new BigDecimal(tens, java.scale() - 1);
    BigDecimal high = new BigDecimal(tens.add(BigInteger.ONE), java.scale() - 1);
    boolean lowIsCloser = exact.subtract(low).abs().compareTo(high.subtract(exact).abs()) < 0;
    BigDecimal closer = lowIsCloser ? low : high;
    return closer.doubleValue() == number ? closer.stripTrailingZeros() : java;
  }

  private static String scientific(String digits, int exponent) {
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String power = Integer.toString(Math.abs(exponent));
    return mantissa + (exponent < 0 ? "e-" : "e+") + (power.length() < 2 ? "0" : "") + power;
  }

  private static String plain(String digits, int exponent) {
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + digits;
    }
    int whole = exponent + 1;
    if (digits.length() <= whole) {
      return digits + "0".repeat(whole - digits.length()) + ".0";
    }
    return digits.substring(0, whole) + "." + digits.substring(whole);
  }
}
