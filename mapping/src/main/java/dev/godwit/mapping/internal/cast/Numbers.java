package dev.godwit.mapping.internal.cast;

import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.CastType;
import dev.godwit.mapping.rule.FieldPath;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Numbers out of texts and numbers.
final class Numbers {
  /// What JSON takes for a number, a plus sign and leading zeros besides.
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?");

  private static final int LONGEST = 1000;
  private static final int MOST_ZEROS = 40;

  private Numbers() {}

  /// The number as JSON.
  ///
  /// @param type one of the types of numbers
  static String cast(String text, CastType type, FieldPath field) throws RowFailure {
    BigDecimal number = read(text.strip(), type, field);
    if (type == CastType.INTEGER && !isWhole(number)) {
      throw CastMask.failure(field, type);
    }
    if (type == CastType.NUMBER && Double.isInfinite(number.doubleValue())) {
      throw CastMask.failure(field, type);
    }
    return type == CastType.INTEGER ? number.toBigInteger().toString() : written(number);
  }

  private static BigDecimal read(String text, CastType type, FieldPath field) throws RowFailure {
    if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
      throw CastMask.failure(field, type);
    }
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) > LONGEST) {
        throw CastMask.failure(field, type);
      }
      return number;
    } catch (NumberFormatException e) {
      throw CastMask.failure(field, type);
    }
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /// All digits; an exponent only where many zeros would be needed.
  private static String written(BigDecimal number) {
    int scale = number.scale();
    boolean plain = scale >= -MOST_ZEROS && scale - number.precision() <= MOST_ZEROS;
    return plain ? number.toPlainString() : number.toString();
  }
}
