package dev.godwit.destinations.internal.pgcopy;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Writes numbers as Postgres' `numeric`.
final class Numeric {
  private static final int NUMERIC_NEGATIVE = 0x4000;
  private static final int GROUP_DIGITS = 4;
  private static final BigInteger GROUP = BigInteger.valueOf(10_000);

  private Numeric() {}

  /// Appends a `numeric`: groups of four digits, the first of which stands at 10000^weight.
  static void add(BigDecimal number, TupleBuffer target) {
    int scale = Math.max(0, number.scale());
    int shift = (GROUP_DIGITS - scale % GROUP_DIGITS) % GROUP_DIGITS;
    BigInteger digits = number.setScale(scale + shift).unscaledValue().abs();
    int size = 0;
    short[] groups = new short[digits.bitLength() / 13 + 1];
    while (digits.signum() != 0) {
      BigInteger[] parts = digits.divideAndRemainder(GROUP);
      groups[size++] = parts[1].shortValue();
      digits = parts[0];
    }
    int begun = target.begin();
    target.int16(size);
    target.int16(size - 1 - (scale + shift) / GROUP_DIGITS);
    target.int16(number.signum() < 0 ? NUMERIC_NEGATIVE : 0);
    target.int16(scale);
    for (int i = size - 1; i >= 0; i--) {
      target.int16(groups[i]);
    }
    target.end(begun);
  }
}
