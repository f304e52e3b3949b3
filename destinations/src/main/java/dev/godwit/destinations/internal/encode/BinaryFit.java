package dev.godwit.destinations.internal.encode;

import dev.godwit.core.fit.Fit;
import dev.godwit.core.fit.TimeText;
import dev.godwit.core.fit.ValueFit;
import dev.godwit.core.schema.FieldType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Casts one value to what its column holds in binary forms: times become those of Java.
public final class BinaryFit {
  /// The first day that a `timestamp` of Postgres holds; DuckDB and Avro begin before it.
  private static final LocalDate FIRST = LocalDate.of(-4712, 1, 1);

  private BinaryFit() {}

  public static Fit fit(FieldType type, Object value) {
    return switch (type) {
      case DATE -> date(value);
      case TIMESTAMP, TIMESTAMPTZ -> timestamp(value);
      case TIME -> Fit.orMisfit(value instanceof String text ? TimeText.utcTime(text) : null);
      case TIMETZ -> Fit.orMisfit(value instanceof String text ? TimeText.offsetTime(text) : null);
      case JSON -> json(value);
      case BOOLEAN, BIGINT, HUGEINT, DOUBLE, DECIMAL, VARCHAR -> ValueFit.fit(type, value);
    };
  }

  private static Fit date(Object value) {
    @Nullable LocalDate date = value instanceof String text ? TimeText.localDate(text) : null;
    return date == null || !date.isBefore(FIRST) ? Fit.orMisfit(date) : Fit.TOO_LARGE;
  }

  private static Fit timestamp(Object value) {
    @Nullable LocalDateTime time = value instanceof String text ? TimeText.utc(text) : null;
    return time == null || !time.toLocalDate().isBefore(FIRST) ? Fit.orMisfit(time) : Fit.TOO_LARGE;
  }

  /// JSON itself has no numbers that are not finite.
  private static Fit json(Object value) {
    return value instanceof Double number && !Double.isFinite(number)
        ? new Fit(number.toString(), Fit.Change.REPLACED)
        : Fit.whole(value);
  }
}
