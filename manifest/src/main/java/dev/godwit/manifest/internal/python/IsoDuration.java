package dev.godwit.manifest.internal.python;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An ISO-8601 duration: a fixed length of time, or years and months counted on the calendar.
///
/// @param value a [TimeDelta], or a [CalendarDuration] where the text has years or months
public record IsoDuration(Object value) {
  private static final String NUMBER = "([0-9]+(?:[,.][0-9]+)?)";
  private static final Pattern PATTERN =
      Pattern.compile(
          "([+-])?P(?=\\w)(?:NY)?(?:NM)?(?:NW)?(?:ND)?(T(?:NH)?(?:NM)?(?:NS)?)?"
                  .replace("N", NUMBER)
              + "\n?");

  /// Reads `P1D`, `PT1H30M`, `P1Y2M`, `-P2W` and their like.
  ///
  /// @throws PythonException VALUE when `text` is no ISO-8601 duration
  public static IsoDuration parse(String text) {
    Matcher parts = PATTERN.matcher(text);
    if (!parts.matches()) {
      if (text.startsWith("P")) {
        return alternative(text);
      }
      throw PythonException.value("Unable to parse duration string " + Repr.repr(text));
    }
    boolean negative = "-".equals(parts.group(1));
    BigDecimal years = decimal(parts.group(2));
    BigDecimal months = decimal(parts.group(3));
    TimeDelta delta =
        delta(
            number(parts.group(5)) + number(parts.group(4)) * 7,
            number(parts.group(7)),
            number(parts.group(8)),
            number(parts.group(9)));
    if (years.signum() == 0 && months.signum() == 0) {
      return new IsoDuration(negative ? delta.negated() : delta);
    }
    CalendarDuration duration = new CalendarDuration(years, months, delta);
    return new IsoDuration(negative ? duration.negated() : duration);
  }

  /// `P0001-02-03T04:05:06`: the parts written as a date and a time.
  private static IsoDuration alternative(String text) {
    int separator = text.indexOf('T');
    if (separator < 0) {
      throw PythonException.value("Unable to parse duration string " + Repr.repr(text));
    }
    DateTime parts = IsoDateParser.parse(text.substring(1));
    TimeDelta delta =
        TimeDelta.ofDays(parts.local().getDayOfMonth())
            .plus(TimeDelta.ofSeconds(parts.local().toLocalTime().toSecondOfDay()))
            .plus(new TimeDelta(parts.micro()));
    return new IsoDuration(
        new CalendarDuration(
            BigDecimal.valueOf(parts.local().getYear()),
            BigDecimal.valueOf(parts.local().getMonthValue()),
            delta));
  }

  private static BigDecimal decimal(@Nullable String text) {
    return text == null ? BigDecimal.ZERO : new BigDecimal(text.replace(',', '.'));
  }

  private static double number(@Nullable String text) {
    return text == null ? 0 : Double.parseDouble(text.replace(',', '.'));
  }

  private static TimeDelta delta(double days, double hours, double minutes, double seconds) {
    double micros = days * 86_400e6 + hours * 3_600e6 + minutes * 60e6;
    double whole = Math.floor(seconds);
    return TimeDelta.ofMicros(micros + whole * 1e6)
        .plus(TimeDelta.ofMicros((seconds - whole) * 1e6));
  }

  public boolean isCalendar() {
    return value instanceof CalendarDuration;
  }

  /// Whether it is a length of time of zero.
  public boolean isNothing() {
    return value instanceof TimeDelta delta && delta.micros() == 0;
  }

  /// The moment that lies this duration after `moment`, in its offset.
  ///
  /// @throws PythonException OVERFLOW or VALUE outside the years 1 to 9999, VALUE for fractions of
  ///   years or months
  public OffsetDateTime addTo(OffsetDateTime moment) {
    return apply(Arithmetic.Operator.ADD, moment);
  }

  /// The moment that lies this duration before `moment`, in its offset.
  ///
  /// @throws PythonException as [#addTo(OffsetDateTime)]
  public OffsetDateTime subtractFrom(OffsetDateTime moment) {
    return apply(Arithmetic.Operator.SUBTRACT, moment);
  }

  private OffsetDateTime apply(Arithmetic.Operator operator, OffsetDateTime moment) {
    Object result = Arithmetic.apply(operator, DateTime.of(moment), value);
    if (result instanceof DateTime shifted) {
      return shifted.toOffset();
    }
    throw new IllegalStateException("a datetime and a duration add up to a datetime");
  }
}
