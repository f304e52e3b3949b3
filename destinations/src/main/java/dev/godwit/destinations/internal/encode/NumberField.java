package dev.godwit.destinations.internal.encode;

import java.nio.charset.StandardCharsets;

/// Reads numbers out of JSON.
public final class NumberField {
  /// Digits that fit a long, with a sign.
  private static final int SAFE_LENGTH = 18;

  /// Integers up to this and powers of ten up to 10^22 are exact doubles, so that one division or
  /// multiplication of theirs is rounded once, as it should be.
  private static final long EXACT = 1L << 53;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private NumberField() {}

  /// Whether the number is an integer that surely fits a long.
  public static boolean isLong(byte[] page, int start, int end) {
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

  public static long toLong(byte[] page, int start, int end) {
    boolean negative = page[start] == '-';
    long value = 0;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      value = value * 10 + (page[i] - '0');
    }
    return negative ? -value : value;
  }

  public static double toDouble(byte[] page, int start, int end) {
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
}
