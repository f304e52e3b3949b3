package dev.godwit.core.fit;

import dev.godwit.core.schema.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Casts one value to the type of its column, where that loses nothing.
public final class ValueFit {
  private static final int BIGINT_BITS = 63;
  private static final int HUGEINT_BITS = 127;

  /// Numbers of JSON that came as text; DuckDB reads them as they are.
  private static final Set<Object> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,400}(?:\\.\\d{1,400})?(?:[eE][+-]?\\d{1,3})?");

  private ValueFit() {}

  /// What to write into a column of `type` so that DuckDB reads `value`.
  public static Fit fit(FieldType type, Object value) {
    return switch (type) {
      case VARCHAR, JSON -> Fit.whole(value);
      case BOOLEAN -> Fit.orMisfit(bool(value));
      case BIGINT -> integer(value, BIGINT_BITS);
      case HUGEINT -> integer(value, HUGEINT_BITS);
      case DOUBLE -> real(value);
      case DECIMAL -> decimal(value);
      case TIME -> text(value, TimeText::time);
      case TIMETZ -> text(value, TimeText::timeWithZone);
      case DATE -> text(value, TimeText::date);
      case TIMESTAMP -> text(value, TimeText::timestamp);
      case TIMESTAMPTZ -> text(value, TimeText::timestampWithZone);
    };
  }

  private static Fit text(Object value, Function<String, @Nullable String> cast) {
    return value instanceof String text ? Fit.orMisfit(cast.apply(text)) : Fit.MISFIT;
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

  private static Fit integer(Object value, int bits) {
    if (value instanceof Long) {
      return Fit.whole(value);
    }
    BigDecimal number = number(value);
    if (number == null || number.stripTrailingZeros().scale() > 0) {
      return Fit.MISFIT;
    }
    BigInteger whole = number.toBigInteger();
    return whole.bitLength() <= bits ? Fit.whole(whole) : Fit.TOO_LARGE;
  }

  private static Fit real(Object value) {
    if (value instanceof Number || NOT_FINITE.contains(value)) {
      return Fit.whole(value);
    }
    BigDecimal number = number(value);
    if (number == null) {
      return Fit.MISFIT;
    }
    double real = number.doubleValue();
    return Double.isInfinite(real) ? Fit.TOO_LARGE : Fit.whole(real);
  }

  private static Fit decimal(Object value) {
    BigDecimal number = number(value);
    if (number == null) {
      return Fit.MISFIT;
    }
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.precision() - plain.scale() > FieldType.DECIMAL_WHOLE_DIGITS) {
      return Fit.TOO_LARGE;
    }
    if (plain.scale() <= FieldType.DECIMAL_SCALE) {
      return Fit.whole(plain.toPlainString());
    }
    BigDecimal cut = plain.setScale(FieldType.DECIMAL_SCALE, RoundingMode.DOWN);
    return new Fit(cut.toPlainString(), Fit.Change.CUT);
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
