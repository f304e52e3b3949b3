package dev.godwit.manifest.internal.python;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The digits of floats in fixed, scientific and general form, without sign. Rounding is to the
/// nearest exact value.
final class NumberFormat {
  private NumberFormat() {}

  static String fixed(double magnitude, int precision) {
    if (Double.isInfinite(magnitude) || Double.isNaN(magnitude)) {
      return FloatText.repr(magnitude);
    }
    return new BigDecimal(magnitude).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
  }

  static String scientific(double magnitude, int precision) {
    if (Double.isInfinite(magnitude) || Double.isNaN(magnitude)) {
      return FloatText.repr(magnitude);
    }
    if (magnitude == 0) {
      return (precision == 0 ? "0" : "0." + "0".repeat(precision)) + "e+00";
    }
    BigDecimal rounded =
        new BigDecimal(magnitude).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    String digits = rounded.unscaledValue().toString();
    int exponent = digits.length() - rounded.scale() - 1;
    String padded =
        (digits + "0".repeat(Math.max(0, precision + 1 - digits.length())))
            .substring(0, precision + 1);
    return mantissa(padded) + exponent(exponent);
  }

  private static String mantissa(String digits) {
    return digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
  }

  private static String exponent(int exponent) {
    String power = Integer.toString(Math.abs(exponent));
    return (exponent < 0 ? "e-" : "e+") + (power.length() < 2 ? "0" : "") + power;
  }

  /// `%g`: the shorter of both forms, trailing zeros dropped unless `alternate`.
  static String general(double magnitude, int precision, boolean alternate) {
    if (Double.isInfinite(magnitude) || Double.isNaN(magnitude)) {
      return FloatText.repr(magnitude);
    }
    int digits = Math.max(1, precision);
    String scientific = scientific(magnitude, digits - 1);
    int at = scientific.indexOf('e');
    int exponent = Integer.parseInt(scientific.substring(at + 1));
    if (exponent < -4 || exponent >= digits) {
      String mantissa = scientific.substring(0, at);
      return (alternate ? mantissa : trimmed(mantissa)) + scientific.substring(at);
    }
    String fixed = fixed(magnitude, Math.max(0, digits - 1 - exponent));
    return alternate ? fixed : trimmed(fixed);
  }

  private static String trimmed(String text) {
    if (text.indexOf('.') < 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /// `round(number, precision)` of a float.
  static double round(double number, int precision) {
    if (Double.isNaN(number) || Double.isInfinite(number) || precision > 400) {
      return number;
    }
    if (precision < -400) {
      return Math.copySign(0.0, number);
    }
    double rounded =
        new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).doubleValue();
    return rounded == 0 ? Math.copySign(0.0, number) : rounded;
  }
}
