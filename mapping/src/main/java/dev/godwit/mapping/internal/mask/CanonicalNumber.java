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
    if (isPlain(page, start, end)) {
      target.add(page, start, end);
    } else {
      target.addAscii(text(exact(page, start, end, field)));
    }
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
