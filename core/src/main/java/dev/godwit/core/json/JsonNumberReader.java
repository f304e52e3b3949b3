package dev.godwit.core.json;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// Turns numbers into `Long`, `BigInteger` or `Double`. For one thread.
final class JsonNumberReader {
  private static final BigInteger LARGEST_UNSIGNED =
      BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final int LONG_DIGITS = 18;

  /// Powers of ten that a double holds exactly.
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final byte[] page;
  private final boolean lenient;
  private final JsonNumberWalker walker;
  private int next;

  JsonNumberReader(byte[] page, int start, int end, boolean lenient) {
    this.page = page;
    this.lenient = lenient;
    this.walker = new JsonNumberWalker(page, start, end);
  }

  /// The position after the number read last.
  int next() {
    return next;
  }

  /// Reads the number that starts here with a sign or a digit.
  Object read(int position) {
    int end = lenient ? walker.passAny(position) : walker.pass(position);
    next = end;
    boolean negative = page[position] == '-';
    int first = negative ? position + 1 : position;
    int i = first;
    long value = 0;
    while (i < end && page[i] >= '0' && page[i] <= '9') {
      value = value * 10 + (page[i] - '0');
      i++;
    }
    if (i < end) {
      return fraction(position, end, first, i, negative);
    }
    return i - first <= LONG_DIGITS ? (Object) (negative ? -value : value) : large(position, end);
  }

  private Object large(int position, int end) {
    int digits = end - position;
    if (digits > 21 && !lenient) {
      return walker.toDouble(position, end);
    }
    BigInteger value =
        new BigInteger(new String(page, position, digits, StandardCharsets.ISO_8859_1));
    if (value.bitLength() <= 63) {
      return value.longValue();
    }
    boolean unsigned = value.signum() > 0 && value.compareTo(LARGEST_UNSIGNED) <= 0;
    return lenient || unsigned ? value : (Object) value.doubleValue();
  }

  /// Multiplies or divides exactly where both parts fit a double, which needs no text; falls back
  /// to the full conversion.
  private double fraction(int position, int end, int first, int afterInteger, boolean negative) {
    long mantissa = 0;
    int exponent = 0;
    int i = first;
    for (; i < end && (page[i] | 0x20) != 'e'; i++) {
      if (page[i] != '.') {
        if (mantissa >= 1L << 53) {
          return walker.toDouble(position, end);
        }
        mantissa = mantissa * 10 + (page[i] - '0');
        exponent -= i > afterInteger ? 1 : 0;
      }
    }
    if (i < end) {
      if (end - i > 5) {
        return walker.toDouble(position, end);
      }
      exponent += exponent(i + 1, end);
    }
    if (mantissa >= 1L << 53 || Math.abs(exponent) >= EXACT_POWERS.length) {
      return walker.toDouble(position, end);
    }
    double value =
        exponent < 0 ? mantissa / EXACT_POWERS[-exponent] : mantissa * EXACT_POWERS[exponent];
    return negative ? -value : value;
  }

  private int exponent(int position, int end) {
    int value = 0;
    for (int i = position; i < end; i++) {
      if (page[i] >= '0') {
        value = value * 10 + (page[i] - '0');
      }
    }
    return page[position] == '-' ? -value : value;
  }
}
