package dev.godwit.mapping.contract;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/// Looks at well-formed JSON numbers.
final class Numbers {
  /// So many digits surely fit a long.
  private static final int SURE_DIGITS = 18;

  private static final long[] POWERS = new long[SURE_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private Numbers() {}

  /// Compares exactly, however many digits there are.
  static int compare(byte[] page, int start, int end, Bound bound) {
    int scale = shortScale(page, start, end);
    int common = Math.max(scale, bound.scale());
    boolean fits =
        scale >= 0
            && bound.scale() >= 0
            && end - start + common - scale <= SURE_DIGITS
            && bound.precision() + common - bound.scale() <= SURE_DIGITS;
    return fits
        ? Long.compare(
            toLong(page, start, end) * POWERS[common - scale],
            bound.digits() * POWERS[common - bound.scale()])
        : decimal(page, start, end).compareTo(bound.exact());
  }

  /// How many digits stand behind the point of a number without an exponent that fits a long; -1
  /// for others.
  private static int shortScale(byte[] page, int start, int end) {
    int point = end;
    for (int i = page[start] == '-' ? start + 1 : start; i < end; i++) {
      if (page[i] == '.') {
        point = i;
      } else if (page[i] > '9') {
        return -1;
      }
    }
    return end - start > SURE_DIGITS ? -1 : Math.max(0, end - point - 1);
  }

  /// Whether a number has no fraction.
  static boolean isWhole(byte[] page, int start, int end) {
    if (shortScale(page, start, end) == 0) {
      return true;
    }
    BigDecimal number = decimal(page, start, end);
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  static double toDouble(byte[] page, int start, int end) {
    return shortScale(page, start, end) == 0
        ? toLong(page, start, end)
        : decimal(page, start, end).doubleValue();
  }

  private static BigDecimal decimal(byte[] page, int start, int end) {
    return new BigDecimal(new String(page, start, end - start, StandardCharsets.ISO_8859_1));
  }

  /// All digits as one number, the point left out.
  private static long toLong(byte[] page, int start, int end) {
    boolean negative = page[start] == '-';
    long number = 0;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      number = page[i] == '.' ? number : 10 * number + (page[i] - '0');
    }
    return negative ? -number : number;
  }
}
