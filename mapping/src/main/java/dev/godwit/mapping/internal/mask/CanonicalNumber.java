package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/// Numbers in one form each, whatever their digits were: `1`, `1.0` and `1e0` are `1`.
public final class CanonicalNumber {
  /// Longer ones are no numbers that anybody reckons with, and would take long to convert.
  private static final int LONGEST = 1000;

  /// Zeros that are written out before or after the digits.
  private static final int MOST_ZEROS = 40;

  private CanonicalNumber() {}

  /// Whether a number is an integer whose digits are canonical already.
  public static boolean isPlain(byte[] page, int start, int end) {
    int first = page[start] == '-' ? start + 1 : start;
    for (int i = first; i < end; i++) {
      if (page[i] < '0' || page[i] > '9') {
        return false;
      }
    }
    return page[first] != '0' || start == first;
  }

  /// The exact value of a number.
  ///
  /// @throws RowFailure when it has more than 1000 characters
  public static BigDecimal exact(byte[] page, int start, int end, FieldPath field)
      throws RowFailure {
    if (end - start > LONGEST) {
      throw RowFailure.unexpected(field, "a number of at most " + LONGEST + " characters");
    }
    return new BigDecimal(new String(page, start, end - start, StandardCharsets.ISO_8859_1));
  }

  /// Appends a number's canonical form.
  static void write(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    int point = end - start <= MOST_ZEROS ? point(page, start, end) : -1;
    if (point >= 0) {
      decimal(page, start, point, end, target);
    } else if (isPlain(page, start, end)) {
      target.add(page, start, end);
    } else {
      target.addAscii(text(exact(page, start, end, field)));
    }
  }

  /// Where the decimal point of a number without an exponent is; -1 for others.
  private static int point(byte[] page, int start, int end) {
    int point = -1;
    for (int i = start; i < end; i++) {
      byte b = page[i];
      if (b == '.') {
        point = i;
      } else if (b == 'e' || b == 'E') {
        return -1;
      }
    }
    return point;
  }

  /// Leaves out zeros at the end, the point where nothing follows it, and the sign of zero.
  private static void decimal(byte[] page, int start, int point, int end, JsonBuffer target) {
    int last = end;
    while (page[last - 1] == '0') {
      last--;
    }
    last = last - 1 == point ? point : last;
    boolean zero = last == start + 2 && page[start] == '-' && page[start + 1] == '0';
    target.add(page, zero ? start + 1 : start, last);
  }

  /// A number's canonical form: no zeros that say nothing, an exponent only where more than 40
  /// zeros would be needed.
  static String text(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    int scale = stripped.scale();
    boolean plain = scale >= -MOST_ZEROS && scale - stripped.precision() <= MOST_ZEROS;
    return plain ? stripped.toPlainString() : stripped.unscaledValue() + "e" + -(long) scale;
  }
}
