package dev.godwit.destinations.duckdb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Casts one value to the type of its column, where that loses nothing.
final class ValueFit {
  private static final int BIGINT_BITS = 63;
  private static final int HUGEINT_BITS = 127;

  /// How JSON's sources write numbers that JSON has no form for; DuckDB reads them as they are.
  private static final Set<Object> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,400}(?:\\.\\d{1,400})?(?:[eE][+-]?\\d{1,3})?");

  private ValueFit() {}

  /// What to write into a column of `type` so that DuckDB reads `value`, or null when it does not
  /// fit.
  static @Nullable Object fit(ColumnType type, Object value) {
    return switch (type) {
      case VARCHAR, JSON -> value;
      case BOOLEAN -> bool(value);
      case BIGINT -> integer(value, BIGINT_BITS);
      case HUGEINT -> integer(value, HUGEINT_BITS);
      case DOUBLE -> real(value);
      case DECIMAL -> decimal(value);
      case DATE -> value instanceof String text ? TimeText.date(text) : null;
      case TIMESTAMP -> value instanceof String text ? TimeText.timestamp(text) : null;
      case TIMESTAMPTZ -> value instanceof String text ? TimeText.timestampWithZone(text) : null;
    };
  }

  private static @Nullable Object bool(Object value) {
    if (value instanceof String text) {
      return switch (text.strip().toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> null;
      };
    }
    return value instanceof Boolean ? value : null;
  }

  private static @Nullable Object integer(Object value, int bits) {
    if (value instanceof Long) {
      return value;
    }
    BigDecimal number = number(value);
    if (number == null || number.stripTrailingZeros().scale() > 0) {
      return null;
    }
    BigInteger whole = number.toBigInteger();
    return whole.bitLength() <= bits ? whole : null;
  }

  private static @Nullable Object real(Object value) {
    if (value instanceof Number || NOT_FINITE.contains(value)) {
      return value;
    }
    BigDecimal number = number(value);
    return number == null || Double.isInfinite(number.doubleValue()) ? null : number.doubleValue();
  }

  private static @Nullable Object decimal(Object value) {
    BigDecimal number = number(value);
    if (number == null) {
      return null;
    }
    BigDecimal plain = number.stripTrailingZeros();
    boolean fits =
        plain.scale() <= ColumnType.DECIMAL_SCALE
            && plain.precision() - plain.scale() <= ColumnType.DECIMAL_WHOLE_DIGITS;
    return fits ? plain.toPlainString() : null;
  }

  private static @Nullable BigDecimal number(Object value) {
    return switch (value) {
      case Long number -> BigDecimal.valueOf(number);
      case BigInteger number -> new BigDecimal(number);
      case Double number -> Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
      case String text when NUMBER.matcher(text.strip()).matches() -> new BigDecimal(text.strip());
      default -> null;
    };
  }
}
