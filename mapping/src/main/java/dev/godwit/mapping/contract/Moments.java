package dev.godwit.mapping.contract;

import java.time.LocalDate;
import java.time.YearMonth;

/// Reads days and points in time out of bytes: ISO 8601 as `2024-06-01`, `2024-06-01T12:30`,
/// `2024-06-01 12:30:45.5+02:00`. A text without an offset is in UTC. For one thread.
final class Moments {
  /// What is no point in time.
  static final long NONE = Long.MIN_VALUE;

  private static final int DATE_LENGTH = 10;
  private static final long DAY = 86_400_000;
  private static final long HOUR = 3_600_000;
  private static final long MINUTE = 60_000;
  private static final long SECOND = 1000;

  private byte[] page = {};
  private int at;
  private int end;
  private boolean valid;

  boolean isDate(byte[] text, int start, int stop) {
    return stop - start == DATE_LENGTH && millis(text, start, stop) != NONE;
  }

  boolean isTimestamp(byte[] text, int start, int stop) {
    return stop - start > DATE_LENGTH && millis(text, start, stop) != NONE;
  }

  /// Milliseconds since 1970 of a day or a point in time; {@link #NONE} for other texts.
  long millis(byte[] text, int start, int stop) {
    page = text;
    at = start;
    end = stop;
    valid = true;
    long millis = day() * DAY;
    if (at < end) {
      valid &= accept('T') || accept('t') || accept(' ');
      millis += time();
      millis -= offset();
    }
    return valid && at == end ? millis : NONE;
  }

  private long day() {
    int year = number(4, 0, 9999);
    valid &= accept('-');
    int month = number(2, 1, 12);
    valid &= accept('-');
    int day = number(2, 1, 31);
    valid = valid && day <= YearMonth.of(year, month).lengthOfMonth();
    return valid ? LocalDate.of(year, month, day).toEpochDay() : 0;
  }

  private long time() {
    long millis = number(2, 0, 23) * HOUR;
    valid &= accept(':');
    millis += number(2, 0, 59) * MINUTE;
    if (accept(':')) {
      millis += number(2, 0, 60) * SECOND;
      if (accept('.') || accept(',')) {
        millis += fraction();
      }
    }
    return millis;
  }

  private long fraction() {
    long unit = SECOND;
    long millis = 0;
    valid &= isDigit();
    while (isDigit()) {
      unit /= 10;
      millis += unit * (page[at++] - '0');
    }
    return millis;
  }

  /// Milliseconds east of UTC.
  private long offset() {
    if (at == end || accept('Z') || accept('z')) {
      return 0;
    }
    boolean west = accept('-');
    valid &= west || accept('+');
    long millis = number(2, 0, 23) * HOUR;
    if (accept(':') || isDigit()) {
      millis += number(2, 0, 59) * MINUTE;
    }
    return west ? -millis : millis;
  }

  private int number(int digits, int least, int most) {
    int number = 0;
    for (int i = 0; i < digits; i++) {
      valid &= isDigit();
      number = valid ? 10 * number + (page[at++] - '0') : least;
    }
    valid &= number >= least && number <= most;
    return valid ? number : least;
  }

  private boolean isDigit() {
    return at < end && page[at] >= '0' && page[at] <= '9';
  }

  private boolean accept(char expected) {
    boolean there = at < end && page[at] == expected;
    if (there) {
      at++;
    }
    return there;
  }
}
