package dev.godwit.destinations.internal.pgcopy;

import dev.godwit.core.fit.Fit;
import dev.godwit.core.fit.TimeText;
import dev.godwit.core.fit.ValueFit;
import dev.godwit.core.schema.FieldType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Casts one value to what its column holds in Postgres: times become those of Java.
final class FitForPostgres {
  private FitForPostgres() {}

  static Fit fit(FieldType type, Object value) {
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
    return date == null || TimeField.fits(date) ? Fit.orMisfit(date) : Fit.TOO_LARGE;
  }

  private static Fit timestamp(Object value) {
    @Nullable LocalDateTime time = value instanceof String text ? TimeText.utc(text) : null;
    return time == null || TimeField.fits(time.toLocalDate()) ? Fit.orMisfit(time) : Fit.TOO_LARGE;
  }

  /// JSON itself has no numbers that are not finite.
  private static Fit json(Object value) {
    return value instanceof Double number && !Double.isFinite(number)
        ? new Fit(number.toString(), Fit.Change.REPLACED)
        : Fit.whole(value);
  }
}
