package dev.godwit.manifest.internal.python;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/// The methods and attributes of `datetime`, `date`, `time`, `timedelta` and calendar durations.
final class DateMethods {
  private static final String REPLACE =
      "replace(year=, month=, day=, hour=, minute=, second=, microsecond=, tzinfo=)";

  static final MethodTable<DateTime> MOMENTS =
      new MethodTable<DateTime>("datetime.datetime")
          .getter("year", self -> (long) self.local().getYear())
          .getter("month", self -> (long) self.local().getMonthValue())
          .getter("day", self -> (long) self.local().getDayOfMonth())
          .getter("hour", self -> (long) self.local().getHour())
          .getter("minute", self -> (long) self.local().getMinute())
          .getter("second", self -> (long) self.local().getSecond())
          .getter("microsecond", self -> (long) self.micro())
          .getter("tzinfo", DateMethods::zoneObject)
          .getter("fold", _ -> 0L)
          .method("strftime(format)", (self, a) -> Strftime.format(self, a.text(0)))
          .method("isoformat(sep=, timespec=)", DateMethods::isoformat)
          .method("timestamp()", (self, _) -> self.timestamp())
          .method("date()", (self, _) -> self.local().toLocalDate())
          .method("time()", (self, _) -> self.local().toLocalTime())
          .method("timetz()", (self, _) -> self.local().toLocalTime())
          .method("weekday()", (self, _) -> weekday(self.local().toLocalDate()))
          .method("isoweekday()", (self, _) -> weekday(self.local().toLocalDate()) + 1)
          .method("isocalendar()", (self, _) -> isoCalendar(self.local().toLocalDate()))
          .method("toordinal()", (self, _) -> ordinal(self.local().toLocalDate()))
          .method("utcoffset()", (self, _) -> utcOffset(self))
          .method("dst()", (self, _) -> null)
          .method("tzname()", (self, _) -> self.zone() == null ? null : self.zone().name())
          .method("astimezone(tz=)", DateMethods::inZone)
          .method("ctime()", (self, _) -> Strftime.format(self, "%a %b %e %H:%M:%S %Y"))
          .method(REPLACE, DateMethods::replace);

  static final MethodTable<LocalDate> DATES =
      new MethodTable<LocalDate>("datetime.date")
          .getter("year", self -> (long) self.getYear())
          .getter("month", self -> (long) self.getMonthValue())
          .getter("day", self -> (long) self.getDayOfMonth())
          .method("strftime(format)", (self, a) -> Strftime.format(self, a.text(0)))
          .method("isoformat()", (self, _) -> IsoText.date(self))
          .method("weekday()", (self, _) -> weekday(self))
          .method("isoweekday()", (self, _) -> weekday(self) + 1)
          .method("isocalendar()", (self, _) -> isoCalendar(self))
          .method("toordinal()", (self, _) -> ordinal(self))
          .method("ctime()", (self, _) -> Strftime.format(self, "%a %b %e %H:%M:%S %Y"))
          .method("replace(year=, month=, day=)", DateMethods::replace);

  static final MethodTable<LocalTime> TIMES =
      new MethodTable<LocalTime>("datetime.time")
          .getter("hour", self -> (long) self.getHour())
          .getter("minute", self -> (long) self.getMinute())
          .getter("second", self -> (long) self.getSecond())
          .getter("microsecond", self -> self.getLong(ChronoField.MICRO_OF_SECOND))
          .method("isoformat(timespec=)", (self, a) -> IsoText.time(self, a.text(0, "auto")))
          .method(
              "strftime(format)",
              (self, a) ->
                  Strftime.format(
                      new DateTime(LocalDate.of(1900, 1, 1).atTime(self), null), a.text(0)));

  static final MethodTable<TimeDelta> DELTAS =
      new MethodTable<TimeDelta>("datetime.timedelta")
          .getter("days", TimeDelta::days)
          .getter("seconds", TimeDelta::seconds)
          .getter("microseconds", TimeDelta::microseconds)
          .method("total_seconds()", (self, _) -> self.totalSeconds());

  static final MethodTable<CalendarDuration> DURATIONS =
      new MethodTable<CalendarDuration>("Duration")
          .getter("days", self -> self.delta().days())
          .getter("seconds", self -> self.delta().seconds())
          .getter("microseconds", self -> self.delta().microseconds())
          .getter("tdelta", CalendarDuration::delta)
          .method("total_seconds()", (self, _) -> self.delta().totalSeconds());

  private DateMethods() {}

  private static @Nullable Object zoneObject(DateTime self) {
    Zone zone = self.zone();
    if (zone == null) {
      return null;
    }
    return new ZoneObject(zone);
  }

  private record ZoneObject(Zone zone) implements PythonObject {
    @Override
    public Object attribute(String name) {
      return Missing.MISSING;
    }

    @Override
    public String typeName() {
      return "timezone";
    }

    @Override
    public String repr() {
      return zone.name() == null ? zone.repr() : zone.name();
    }
  }

  private static Object isoformat(DateTime self, Bound arguments) {
    String separator = arguments.text(0, "T");
    if (Text.length(separator) != 1) {
      throw PythonException.type("isoformat() argument 1 must be a unicode character, not str");
    }
    return IsoText.dateTime(self, separator, arguments.text(1, "auto"));
  }

  private static long weekday(LocalDate date) {
    return date.getDayOfWeek().getValue() - 1L;
  }

  private static long ordinal(LocalDate date) {
    return date.toEpochDay() + 719_163;
  }

  private static Object isoCalendar(LocalDate date) {
    return Tuple.of(
        (long) date.get(IsoFields.WEEK_BASED_YEAR),
        (long) date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
        weekday(date) + 1);
  }

  private static @Nullable Object utcOffset(DateTime self) {
    Zone zone = self.zone();
    return zone == null ? null : TimeDelta.ofSeconds(zone.offset().getTotalSeconds());
  }

  private static Object inZone(DateTime self, Bound arguments) {
    Object target = arguments.at(0);
    if (target == null) {
      return self.inZone(Zone.named(ZoneOffset.UTC, "UTC"));
    }
    if (target instanceof ZoneObject object) {
      return self.inZone(object.zone());
    }
    throw PythonException.type("tzinfo argument must be None or of a tzinfo subclass");
  }

  private static Object replace(DateTime self, Bound arguments) {
    LocalDateTime old = self.local();
    Zone zone = self.zone();
    if (arguments.has(7)) {
      zone = arguments.at(7) instanceof ZoneObject object ? object.zone() : null;
    }
    try {
      LocalDate date =
          LocalDate.of(
              arguments.integer(0, old.getYear()),
              arguments.integer(1, old.getMonthValue()),
              arguments.integer(2, old.getDayOfMonth()));
      LocalTime time =
          LocalTime.of(
              arguments.integer(3, old.getHour()),
              arguments.integer(4, old.getMinute()),
              arguments.integer(5, old.getSecond()),
              Math.multiplyExact(arguments.integer(6, self.micro()), 1000));
      return new DateTime(date.atTime(time), zone);
    } catch (DateTimeException | ArithmeticException e) {
      throw PythonException.value("field is out of range");
    }
  }

  private static Object replace(LocalDate self, Bound arguments) {
    try {
      return LocalDate.of(
          arguments.integer(0, self.getYear()),
          arguments.integer(1, self.getMonthValue()),
          arguments.integer(2, self.getDayOfMonth()));
    } catch (DateTimeException e) {
      throw PythonException.value("field is out of range");
    }
  }
}
