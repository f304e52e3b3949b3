package dev.godwit.destinations.duckdb;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates and times in the forms that APIs use and writes them in the form that DuckDB reads
/// without loss. Times without a zone count as UTC; digits beyond microseconds are cut.
final class TimeText {
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  /// ISO 8601 in its extended and basic forms, with one or two digits where two are due, and a zone
  /// in any of its forms.
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(-?)(\\d{1,2})\\2(\\d{1,2})"
              + "(?:[Tt ]+(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,30}))?)?"
              + " ?(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?");

  private TimeText() {}

  /// `text` as a date, or null when it is none, or when it has a time of day that a date would
  /// lose.
  static @Nullable String date(String text) {
    OffsetDateTime time = parse(text);
    boolean midnight = time != null && time.toLocalTime().equals(LocalTime.MIDNIGHT);
    return time == null || !midnight ? null : time.toLocalDate().toString();
  }

  /// `text` as a UTC time without a zone, or null when it is no time.
  static @Nullable String timestamp(String text) {
    OffsetDateTime time = parse(text);
    return time == null ? null : utc(time).toString();
  }

  /// `text` as a UTC time with its zone, or null when it is no time.
  static @Nullable String timestampWithZone(String text) {
    String utc = timestamp(text);
    return utc == null ? null : utc + "Z";
  }

  private static LocalDateTime utc(OffsetDateTime time) {
    return time.withOffsetSameInstant(ZoneOffset.UTC)
        .toLocalDateTime()
        .truncatedTo(ChronoUnit.MICROS);
  }

  private static @Nullable OffsetDateTime parse(String text) {
    String trimmed = text.strip();
    Matcher matcher = ISO.matcher(trimmed);
    OffsetDateTime time = matcher.matches() ? iso(matcher) : webTime(trimmed);
    if (time == null) {
      return null;
    }
    int year = utc(time).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR ? time : null;
  }

  private static @Nullable OffsetDateTime iso(Matcher parts) {
    try {
      LocalDate date = LocalDate.of(number(parts, 1), number(parts, 3), number(parts, 4));
      String fraction = parts.group(8);
      int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
      LocalTime time = LocalTime.of(number(parts, 5), number(parts, 6), number(parts, 7), nanos);
      return OffsetDateTime.of(date, time, offset(parts.group(9)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static ZoneOffset offset(@Nullable String zone) {
    boolean signed = zone != null && (zone.startsWith("+") || zone.startsWith("-"));
    return signed ? ZoneOffset.of(zone) : ZoneOffset.UTC;
  }

  /// The form of HTTP and mail headers: `Tue, 3 Jun 2008 11:05:30 GMT`.
  private static @Nullable OffsetDateTime webTime(String text) {
    try {
      return OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
