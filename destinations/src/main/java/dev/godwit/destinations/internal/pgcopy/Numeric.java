package dev.godwit.destinations.internal.pgcopy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// Writes numbers as Postgres' `numeric`.
final class Numeric {
  private static final int NUMERIC_NEGATIVE = 0x4000;
  private static final int GROUP_DIGITS = 4;
  private static final BigInteger GROUP = BigInteger.valueOf(10_000);

  /// Digits that fit a long with three zeros after them.
  private static final int SHORT = 15;

  private static final int[] POWERS = {1, 10, 100, 1000};

  private Numeric() {}

  /// Appends a decimal number without exponent that lies in a page.
  static void add(byte[] page, int start, int end, TupleBuffer target) {
    if (end - start > SHORT) {
      String text = new String(page, start, end - start, StandardCharsets.ISO_8859_1);
      add(new BigDecimal(text), target);
      return;
    }
    long digits = 0;
    int point = end;
    for (int i = page[start] == '-' ? start + 1 : start; i < end; i++) {
      if (page[i] == '.') {
        point = i + 1;
      } else {
        digits = digits * 10 + (page[i] - '0');
      }
    }
    add(digits, page[start] == '-', end - point, target);
  }

  private static void add(long unscaled, boolean negative, int scale, TupleBuffer target) {
    int shift = (GROUP_DIGITS - scale % GROUP_DIGITS) % GROUP_DIGITS;
    long digits = unscaled * POWERS[shift];
    int size = 0;
    long highest = 1;
    for (long rest = digits; rest > 0; rest /= 10_000) {
      highest = size == 0 ? 1 : highest * 10_000;
      size++;
    }
    int begun = target.begin();
    target.int16(size);
    target.int16(size - 1 - (scale + shift) / GROUP_DIGITS);
    target.int16(negative ? NUMERIC_NEGATIVE : 0);
    target.int16(scale);
    for (int i = 0; i < size; i++) {
      target.int16((int) (digits / highest % 10_000));
      highest /= 10_000;
    }
    target.end(begun);
  }

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
