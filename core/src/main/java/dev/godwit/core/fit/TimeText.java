package dev.godwit.core.fit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates and times in the forms that APIs use, also to write them in the form that DuckDB
/// reads without loss. Times without a zone count as UTC; digits beyond microseconds are cut.
public final class TimeText {
  /// DuckDB's timestamps reach a little further, into the years after these.
  private static final int FIRST_YEAR = -290_306;

  private static final int LAST_YEAR = 294_246;

  private static final String TIME =
      "(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,30}))?)?"
          + " ?(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?";

  /// ISO 8601 in its extended and basic forms, with one or two digits where two are due, and a zone
  /// in any of its forms. Years of more than four digits may go without a sign.
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}|[+-]\\d{4,6}|\\d{5,6}(?=-))(-?)(\\d{1,2})\\2(\\d{1,2})(?:[Tt ]+" + TIME + ")?");

  /// Where the groups of {@link #TIME} begin in {@link #ISO}.
  private static final int ISO_TIME = 5;

  private static final Pattern TIME_ONLY = Pattern.compile("[Tt]?" + TIME);

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");

  /// Without seconds, DuckDB takes no offset.
  private static final DateTimeFormatter WITH_SECONDS = DateTimeFormatter.ISO_LOCAL_TIME;

  private TimeText() {}

  /// `text` as a date, or null when it is none, or when it has a time of day that a date would
  /// lose.
  public static @Nullable LocalDate localDate(String text) {
    OffsetDateTime time = parse(text);
    boolean midnight = time != null && time.toLocalTime().equals(LocalTime.MIDNIGHT);
    return time == null || !midnight ? null : time.toLocalDate();
  }

  /// As {@link #localDate}, as DuckDB reads it.
  static @Nullable String date(String text) {
    LocalDate date = localDate(text);
    return date == null ? null : written(date);
  }

  /// `text` as a UTC time without a zone, or null when it is no time.
  public static @Nullable LocalDateTime utc(String text) {
    OffsetDateTime time = parse(text);
    return time == null ? null : utc(time);
  }

  /// As {@link #utc(String)}, as DuckDB reads it.
  static @Nullable String timestamp(String text) {
    LocalDateTime utc = utc(text);
    return utc == null ? null : written(utc.toLocalDate()) + "T" + utc.toLocalTime();
  }

  /// `text` as a UTC time with its zone, or null when it is no time.
  static @Nullable String timestampWithZone(String text) {
    String utc = timestamp(text);
    return utc == null ? null : utc + "Z";
  }

  /// `text` as a time of day, in UTC where it has a zone, or null when it is none.
  public static @Nullable LocalTime utcTime(String text) {
    OffsetTime time = offsetTime(text);
    return time == null
        ? null
        : time.toLocalTime().minusSeconds(time.getOffset().getTotalSeconds());
  }

  /// As {@link #utcTime}, as DuckDB reads it.
  static @Nullable String time(String text) {
    LocalTime time = utcTime(text);
    return time == null ? null : time.toString();
  }

  /// `text` as a time of day with an offset, or null when it is none.
  public static @Nullable OffsetTime offsetTime(String text) {
    Matcher parts = TIME_ONLY.matcher(text.strip());
    try {
      return parts.matches() ? OffsetTime.of(timeOf(parts, 1), offset(parts.group(5))) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// As {@link #offsetTime}, as DuckDB reads it.
  static @Nullable String timeWithZone(String text) {
    OffsetTime time = offsetTime(text);
    return time == null
        ? null
        : WITH_SECONDS.format(time.toLocalTime()) + written(time.getOffset());
  }

  /// DuckDB knows no signs of years.
  private static String written(LocalDate date) {
    String beforeChrist = date.getYear() <= 0 ? " (BC)" : "";
    return date.format(DATE).replace("+", "") + beforeChrist;
  }

  private static String written(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.toString();
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
      return OffsetDateTime.of(date, timeOf(parts, ISO_TIME), offset(parts.group(ISO_TIME + 4)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalTime timeOf(Matcher parts, int group) {
    String fraction = parts.group(group + 3);
    int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    return LocalTime.of(
            number(parts, group), number(parts, group + 1), number(parts, group + 2), nanos)
        .truncatedTo(ChronoUnit.MICROS);
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
