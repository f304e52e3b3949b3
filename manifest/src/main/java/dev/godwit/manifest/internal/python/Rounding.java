package dev.godwit.manifest.internal.python;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// `round(number, precision)`: to the nearest, halves to even.
public final class Rounding {
  private Rounding() {}

  /// Rounds an int to an int and a float to a float; without precision always to an int.
  ///
  /// @throws PythonException TYPE when `precision` is neither an int nor null
  public static Object round(Object number, @Nullable Object precision) {
    if (number instanceof Double real) {
      return precision == null
          ? Numbers.truncate(Math.rint(real))
          : (Object) NumberFormat.round(real, Numbers.index(precision));
    }
    int digits = precision == null ? 0 : Numbers.index(precision);
    if (digits >= 0) {
      return Numbers.normal(Numbers.big(number));
    }
    int scale = Math.max(digits, -10_000);
    BigDecimal rounded =
        new BigDecimal(Numbers.big(number)).setScale(scale, RoundingMode.HALF_EVEN);
    return Numbers.normal(rounded.toBigInteger());
  }
}
