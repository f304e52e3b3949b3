package dev.godwit.mapping.internal.cast;

import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.CastType;
import dev.godwit.mapping.rule.FieldPath;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/// Days and points in time out of texts in ISO 8601.
final class Times {
  /// A day, then perhaps a time, then perhaps an offset.
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Times() {}

  /// The day, or the point in time with its offset; UTC where the text has none.
  static String cast(String text, CastType type, FieldPath field) throws RowFailure {
    try {
      TemporalAccessor read =
          ISO.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return type == CastType.DATE
          ? LocalDate.from(read).toString()
          : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(point(read));
    } catch (DateTimeException e) {
      throw CastMask.failure(field, type);
    }
  }

  private static OffsetDateTime point(TemporalAccessor read) {
    return switch (read) {
      case OffsetDateTime time -> time;
      case LocalDateTime time -> time.atOffset(ZoneOffset.UTC);
      default -> LocalDate.from(read).atStartOfDay().atOffset(ZoneOffset.UTC);
    };
  }
}
