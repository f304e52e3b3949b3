package dev.godwit.destinations.internal.pgcopy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// Reads numbers out of JSON and writes them in Postgres' binary forms.
final class NumberField {
  /// Digits that fit a long, with a sign.
  private static final int SAFE_LENGTH = 18;

  /// Integers up to this and powers of ten up to 10^22 are exact doubles, so that one division or
  /// multiplication of theirs is rounded once, as it should be.
  private static final long EXACT = 1L << 53;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final int NUMERIC_NEGATIVE = 0x4000;
  private static final int GROUP_DIGITS = 4;
  private static final BigInteger GROUP = BigInteger.valueOf(10_000);

  private NumberField() {}

  /// Whether the number is an integer that surely fits a long.
  static boolean isLong(byte[] page, int start, int end) {
    if (end - start > SAFE_LENGTH) {
      return false;
    }
    for (int i = page[start] == '-' ? start + 1 : start; i < end; i++) {
      if (page[i] < '0' || page[i] > '9') {
        return false;
      }
    }
    return true;
  }

  static long toLong(byte[] page, int start, int end) {
    boolean negative = page[start] == '-';
    long value = 0;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      value = value * 10 + (page[i] - '0');
    }
    return negative ? -value : value;
  }

  static double toDouble(byte[] page, int start, int end) {
    boolean negative = page[start] == '-';
    long digits = 0;
    int fraction = -1;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      byte b = page[i];
      if (b == '.') {
        fraction = 0;
      } else if (b < '0' || b > '9' || digits > EXACT / 16) {
        return Double.parseDouble(
            new String(page, start, end - start, StandardCharsets.ISO_8859_1));
      } else {
        digits = digits * 10 + (b - '0');
        fraction += fraction < 0 ? 0 : 1;
      }
    }
    if (fraction >= POWERS.length) {
      return Double.parseDouble(new String(page, start, end - start, StandardCharsets.ISO_8859_1));
    }
    double value = fraction <= 0 ? digits : digits / POWERS[fraction];
    return negative ? -value : value;
  }

  /// Appends a `numeric`: groups of four digits, the first of which stands at 10000^weight.
  static void addNumeric(BigDecimal number, TupleBuffer target) {
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
