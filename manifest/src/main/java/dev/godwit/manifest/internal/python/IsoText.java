package dev.godwit.manifest.internal.python;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/// `isoformat()` of dates and times.
final class IsoText {
  private IsoText() {}

  static String date(LocalDate date) {
    StringBuilder out = new StringBuilder(10);
    padded(date.getYear(), 4, out);
    padded(date.getMonthValue(), 2, out.append('-'));
    padded(date.getDayOfMonth(), 2, out.append('-'));
    return out.toString();
  }

  /// @param precision `auto`, `hours`, `minutes`, `seconds`, `milliseconds` or `microseconds`
  static String dateTime(DateTime moment, String separator, String precision) {
    Zone zone = moment.zone();
    return date(moment.local().toLocalDate())
        + separator
        + time(moment.local().toLocalTime(), precision)
        + (zone == null ? "" : offset(zone.offset(), ":"));
  }

  static String time(LocalTime time, String precision) {
    int micro = time.get(ChronoField.MICRO_OF_SECOND);
    StringBuilder out = new StringBuilder(15);
    padded(time.getHour(), 2, out);
    switch (precision) {
      case "hours" -> {}
      case "minutes" -> minutes(time, out);
      case "seconds" -> seconds(time, out);
      case "milliseconds" -> padded(micro / 1000, 3, seconds(time, out).append('.'));
      case "microseconds" -> padded(micro, 6, seconds(time, out).append('.'));
      case "auto" -> {
        seconds(time, out);
        if (micro != 0) {
          padded(micro, 6, out.append('.'));
        }
      }
      default -> throw PythonException.value("Unknown timespec value");
    }
    return out.toString();
  }

  /// `+01:00` with the given separator, seconds only where there are any.
  static String offset(ZoneOffset offset, String separator) {
    int total = Math.abs(offset.getTotalSeconds());
    StringBuilder out = new StringBuilder(9).append(offset.getTotalSeconds() < 0 ? '-' : '+');
    padded(total / 3600, 2, out);
    padded(total / 60 % 60, 2, out.append(separator));
    if (total % 60 != 0) {
      padded(total % 60, 2, out.append(separator));
    }
    return out.toString();
  }

  private static StringBuilder minutes(LocalTime time, StringBuilder out) {
    return padded(time.getMinute(), 2, out.append(':'));
  }

  private static StringBuilder seconds(LocalTime time, StringBuilder out) {
    return padded(time.getSecond(), 2, minutes(time, out).append(':'));
  }

  static StringBuilder padded(int number, int width, StringBuilder out) {
    String digits = Integer.toString(number);
    return out.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }
}
