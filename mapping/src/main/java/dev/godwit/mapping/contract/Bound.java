package dev.godwit.mapping.contract;

import java.math.BigDecimal;

/// A number that others are compared with, often.
///
/// @param exact the number
/// @param digits all its digits as one number, where they fit a long
/// @param precision how many digits it has
/// @param scale how many of them stand behind the point; less than 0 where zeros are left out
record Bound(BigDecimal exact, long digits, int precision, int scale) {
  static Bound of(BigDecimal exact) {
    return new Bound(exact, exact.unscaledValue().longValue(), exact.precision(), exact.scale());
  }
}
