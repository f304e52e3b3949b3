package dev.godwit.mapping.contract;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/// Looks at well-formed JSON numbers.
final class Numbers {
  /// So many digits surely fit a long.
  private static final int SURE_DIGITS = 18;

  private Numbers() {}

  /// Compares exactly, however many digits there are.
  static int compare(byte[] page, int start, int end, BigDecimal bound) {
    if (isShortInteger(page, start, end)
        && bound.scale() == 0
        && bound.precision() <= SURE_DIGITS) {
      return Long.compare(toLong(page, start, end), bound.longValueExact());
    }
    return decimal(page, start, end).compareTo(bound);
  }

  /// Whether a number has no fraction.
  static boolean isWhole(byte[] page, int start, int end) {
    if (isShortInteger(page, start, end)) {
      return true;
    }
    BigDecimal number = decimal(page, start, end);
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  static double toDouble(byte[] page, int start, int end) {
    return isShortInteger(page, start, end)
        ? toLong(page, start, end)
        : decimal(page, start, end).doubleValue();
  }

  private static BigDecimal decimal(byte[] page, int start, int end) {
    return new BigDecimal(new String(page, start, end - start, StandardCharsets.ISO_8859_1));
  }

  private static boolean isShortInteger(byte[] page, int start, int end) {
    int first = page[start] == '-' ? start + 1 : start;
    if (end - first > SURE_DIGITS) {
      return false;
    }
    for (int i = first; i < end; i++) {
      if (page[i] < '0' || page[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static long toLong(byte[] page, int start, int end) {
    boolean negative = page[start] == '-';
    long number = 0;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      number = 10 * number + (page[i] - '0');
    }
    return negative ? -number : number;
  }
}
