package dev.godwit.manifest.internal.python;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;

/// `repr` of dates, times and durations, in the form of the constructor calls that Python prints.
final class DateRepr {
  private DateRepr() {}

  static String repr(DateTime moment) {
    LocalTime time = moment.local().toLocalTime();
    String zone = moment.zone() == null ? "" : ", tzinfo=" + moment.zone().repr();
    return "datetime.datetime("
        + fields(moment.local().toLocalDate())
        + ", "
        + fields(time)
        + zone
        + ")";
  }

  static String repr(LocalDate date) {
    return "datetime.date(" + fields(date) + ")";
  }

  static String repr(LocalTime time) {
    return "datetime.time(" + fields(time) + ")";
  }

  static String repr(TimeDelta delta) {
    List<String> parts = new ArrayList<>();
    if (delta.days() != 0) {
      parts.add("days=" + delta.days());
    }
    if (delta.seconds() != 0) {
      parts.add("seconds=" + delta.seconds());
    }
    if (delta.microseconds() != 0) {
      parts.add("microseconds=" + delta.microseconds());
    }
    String fields = parts.isEmpty() ? "0" : String.join(", ", parts);
    return "datetime.timedelta(" + fields + ")";
  }

  static String repr(CalendarDuration duration) {
    TimeDelta delta = duration.delta();
    return "isodate.duration.Duration("
        + delta.days()
        + ", "
        + delta.seconds()
        + ", "
        + delta.microseconds()
        + ", years="
        + duration.years().toBigInteger()
        + ", months="
        + duration.months().toBigInteger()
        + ")";
  }

  private static String fields(LocalDate date) {
    return date.getYear() + ", " + date.getMonthValue() + ", " + date.getDayOfMonth();
  }

  private static String fields(LocalTime time) {
    String text = time.getHour() + ", " + time.getMinute();
    int micro = time.get(ChronoField.MICRO_OF_SECOND);
    if (time.getSecond() != 0 || micro != 0) {
      text += ", " + time.getSecond();
    }
    return micro == 0 ? text : text + ", " + micro;
  }
}
