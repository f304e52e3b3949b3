package dev.godwit.destinations.internal.encode;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/// Dates and times as numbers: days and microseconds since 1970. Those that are read from bytes
/// must have the shape that {@link dev.godwit.core.fit.TimeShape} recognises.
public final class TimeField {
  private static final long DAY_MICROS = ChronoUnit.DAYS.getDuration().toNanos() / 1000;

  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 8;
  private static final int FRACTION_DIGITS = 6;

  private TimeField() {}

  /// Days since 1970.
  public static int days(byte[] page, int start) {
    LocalDate date =
        LocalDate.of(
            number(page, start, 4), number(page, start + 5, 2), number(page, start + 8, 2));
    return days(date);
  }

  /// Microseconds of the day, of a time whose fraction ends where its digits do.
  public static long microsOfDay(byte[] page, int start, int end) {
    long seconds =
        number(page, start, 2) * 3600L
            + number(page, start + 3, 2) * 60L
            + number(page, start + 6, 2);
    int fraction = start + TIME_LENGTH;
    int digits = 0;
    int micros = 0;
    if (fraction < end && page[fraction] == '.') {
      for (int i = fraction + 1; i < end && page[i] >= '0' && page[i] <= '9'; i++) {
        micros = micros * 10 + (page[i] - '0');
        digits++;
      }
      for (; digits < FRACTION_DIGITS; digits++) {
        micros *= 10;
      }
    }
    return seconds * 1_000_000L + micros;
  }

  /// Microseconds since 1970, in UTC.
  public static long micros(byte[] page, int start, int end) {
    long local = days(page, start) * DAY_MICROS + microsOfDay(page, start + DATE_LENGTH + 1, end);
    return local - offsetSeconds(page, end) * 1_000_000L;
  }

  /// The seconds that the offset at the end stands for; 0 for `Z` and where there is none.
  public static int offsetSeconds(byte[] page, int end) {
    byte sign = page[end - 6];
    if (page[end - 1] == 'Z' || page[end - 3] != ':' || (sign != '+' && sign != '-')) {
      return 0;
    }
    int seconds = number(page, end - 5, 2) * 3600 + number(page, end - 2, 2) * 60;
    return sign == '-' ? -seconds : seconds;
  }

  private static int number(byte[] page, int start, int digits) {
    int value = 0;
    for (int i = start; i < start + digits; i++) {
      value = value * 10 + (page[i] - '0');
    }
    return value;
  }

  public static int days(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  public static long micros(LocalDateTime utc) {
    return days(utc.toLocalDate()) * DAY_MICROS + micros(utc.toLocalTime());
  }

  public static long micros(LocalTime time) {
    return time.toNanoOfDay() / 1000;
  }
}
