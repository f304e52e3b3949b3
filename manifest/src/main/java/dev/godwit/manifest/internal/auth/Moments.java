package dev.godwit.manifest.internal.auth;

import dev.godwit.manifest.internal.python.DateTime;
import dev.godwit.manifest.internal.python.IsoDateParser;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Repr;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Moments at which tokens run out and quotas begin anew, read and written as the reference does:
/// whatever the declared format, any usual form is read.
final class Moments {
  /// A number with more digits would be milliseconds, which the reference does not read.
  private static final int MOST_DIGITS = 10;

  /// The forms outside ISO 8601 that APIs use, day or month first as in the United States.
  private static final List<DateTimeFormatter> OTHER_FORMS =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          lenient("[EEEE, ][EEE, ][EEE ]d MMM uuuu[ H:mm[:ss]][ z][ xx]"),
          lenient("[EEE, ][EEE ]MMM d[,] [H:mm:ss ][z ]uuuu[ H:mm[:ss]]"),
          lenient("M/d/uuuu[ H:mm[:ss]]"),
          lenient("uuuu/M/d[ H:mm[:ss]]"));

  private Moments() {}

  private static DateTimeFormatter lenient(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  static OffsetDateTime now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /// Reads a moment; null when the value is none. Without an offset it counts as UTC.
  static @Nullable OffsetDateTime parse(@Nullable Object value) {
    return switch (value) {
      case Long seconds -> ofEpoch(seconds);
      case String text when isDigits(text) ->
          text.length() > MOST_DIGITS ? null : ofEpoch(Long.parseLong(text));
      case String text -> ofText(text.strip());
      case null, default -> null;
    };
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static @Nullable OffsetDateTime ofEpoch(long seconds) {
    return seconds < 0 || Long.toString(seconds).length() > MOST_DIGITS
        ? null
        : Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime ofText(String text) {
    try {
      return IsoDateParser.parse(text.replace(" +", "+").replace(" Z", "Z")).toOffset();
    } catch (PythonException notIso) {
      return OTHER_FORMS.stream()
          .map(form -> tryForm(form, text))
          .filter(moment -> moment != null)
          .findFirst()
          .orElse(null);
    }
  }

  private static @Nullable OffsetDateTime tryForm(DateTimeFormatter form, String text) {
    try {
      TemporalAccessor parsed =
          form.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from, java.time.LocalDate::from);
      return switch (parsed) {
        case OffsetDateTime moment -> moment;
        case LocalDateTime local -> local.atOffset(ZoneOffset.UTC);
        default -> java.time.LocalDate.from(parsed).atStartOfDay().atOffset(ZoneOffset.UTC);
      };
    } catch (DateTimeParseException otherForm) {
      return null;
    }
  }

  /// Seconds from now, or null where that leaves the calendar.
  static @Nullable OffsetDateTime after(OffsetDateTime now, double seconds) {
    try {
      OffsetDateTime then = now.plusSeconds((long) seconds);
      return then.getYear() > 9999 || then.getYear() < 1 ? null : then;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /// `2025-07-15T12:15:00+00:00`, with microseconds only where there are any.
  static String text(OffsetDateTime moment) {
    return Repr.str(DateTime.of(moment)).replace(' ', 'T');
  }
}
