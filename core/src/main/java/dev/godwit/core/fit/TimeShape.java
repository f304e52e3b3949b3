package dev.godwit.core.fit;

import java.time.Year;

/// Recognises dates and times in the one form that databases read without loss, by looking at
/// bytes. Everything else may or may not be a time; {@link TimeText} decides.
public final class TimeShape {
  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 8;
  private static final int MOST_FRACTION_DIGITS = 6;
  private static final int LARGEST_OFFSET_HOURS = 14;

  private TimeShape() {}

  /// `2024-01-31`
  public static boolean isDate(byte[] page, int start, int end) {
    return end - start == DATE_LENGTH && startsWithDate(page, start, end);
  }

  /// `10:00:00`, with up to six digits of a second
  public static boolean isTime(byte[] page, int start, int end) {
    return afterTime(page, start, end) == end;
  }

  /// As {@link #isTime}, followed by an offset such as `+02:00`
  public static boolean isTimeWithOffset(byte[] page, int start, int end) {
    return isOffset(page, afterTime(page, start, end), end);
  }

  /// `2024-01-31T10:00:00`, with up to six digits of a second, with or without `Z`
  public static boolean isUtcTimestamp(byte[] page, int start, int end) {
    int zone = afterDateTime(page, start, end);
    return zone == end || (zone >= 0 && zone == end - 1 && page[zone] == 'Z');
  }

  /// As {@link #isUtcTimestamp}, or with an offset such as `+02:00`
  public static boolean isTimestamp(byte[] page, int start, int end) {
    int zone = afterDateTime(page, start, end);
    if (zone < 0 || zone == end || zone == end - 1) {
      return zone == end || (zone >= 0 && page[zone] == 'Z');
    }
    return isOffset(page, zone, end);
  }

  private static boolean isOffset(byte[] page, int zone, int end) {
    return zone >= 0
        && zone == end - 6
        && (page[zone] == '+' || page[zone] == '-')
        && page[zone + 3] == ':'
        && isBetween(number(page, zone + 1, 2), 0, LARGEST_OFFSET_HOURS)
        && isBetween(number(page, zone + 4, 2), 0, 59);
  }

  /// Where date and time end, or -1 when there are none.
  private static int afterDateTime(byte[] page, int start, int end) {
    int time = start + DATE_LENGTH + 1;
    boolean shaped =
        end >= time
            && startsWithDate(page, start, end)
            && (page[time - 1] == 'T' || page[time - 1] == ' ');
    return shaped ? afterTime(page, time, end) : -1;
  }

  /// Where the time ends that starts here, or -1 when there is none.
  private static int afterTime(byte[] page, int time, int end) {
    boolean shaped =
        end >= time + TIME_LENGTH
            && page[time + 2] == ':'
            && page[time + 5] == ':'
            && isBetween(number(page, time, 2), 0, 23)
            && isBetween(number(page, time + 3, 2), 0, 59)
            && isBetween(number(page, time + 6, 2), 0, 59);
    return shaped ? afterFraction(page, time + TIME_LENGTH, end) : -1;
  }

  private static int afterFraction(byte[] page, int position, int end) {
    if (position == end || page[position] != '.') {
      return position;
    }
    int i = position + 1;
    while (i < end && page[i] >= '0' && page[i] <= '9') {
      i++;
    }
    int digits = i - position - 1;
    return isBetween(digits, 1, MOST_FRACTION_DIGITS) ? i : -1;
  }

  private static boolean startsWithDate(byte[] page, int start, int end) {
    if (end - start < DATE_LENGTH || page[start + 4] != '-' || page[start + 7] != '-') {
      return false;
    }
    int year = number(page, start, 4);
    int month = number(page, start + 5, 2);
    return year > 0
        && isBetween(month, 1, 12)
        && isBetween(number(page, start + 8, 2), 1, daysOf(year, month));
  }

  private static int daysOf(int year, int month) {
    return switch (month) {
      case 2 -> Year.isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /// The number that some digits make, or -1 when they are none.
  private static int number(byte[] page, int start, int digits) {
    int value = 0;
    for (int i = start; i < start + digits; i++) {
      if (page[i] < '0' || page[i] > '9') {
        return -1;
      }
      value = value * 10 + (page[i] - '0');
    }
    return value;
  }

  private static boolean isBetween(int value, int least, int most) {
    return value >= least && value <= most;
  }
}
