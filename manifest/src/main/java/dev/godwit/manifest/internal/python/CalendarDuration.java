package dev.godwit.manifest.internal.python;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A duration with years or months, which have no fixed length: they count on the calendar of the
/// date they are added to, and the day is cut to the last of its month.
public record CalendarDuration(BigDecimal years, BigDecimal months, TimeDelta delta) {
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  public CalendarDuration negated() {
    return new CalendarDuration(years.negate(), months.negate(), delta.negated());
  }

  CalendarDuration plus(CalendarDuration other) {
    return new CalendarDuration(
        years.add(other.years), months.add(other.months), delta.plus(other.delta));
  }

  CalendarDuration times(long factor) {
    BigDecimal by = BigDecimal.valueOf(factor);
    TimeDelta product = new TimeDelta(Math.multiplyExact(delta.micros(), factor));
    return new CalendarDuration(years.multiply(by), months.multiply(by), product);
  }

  DateTime addTo(DateTime moment) {
    LocalDate date = shifted(moment.local().toLocalDate(), 1);
    return new DateTime(date.atTime(moment.local().toLocalTime()), moment.zone()).plus(delta);
  }

  DateTime subtractFrom(DateTime moment) {
    LocalDate date = shifted(moment.local().toLocalDate(), -1);
    return new DateTime(date.atTime(moment.local().toLocalTime()), moment.zone())
        .plus(delta.negated());
  }

  LocalDate addTo(LocalDate date) {
    return Dates.plusDays(shifted(date, 1), delta.days());
  }

  LocalDate subtractFrom(LocalDate date) {
    return Dates.plusDays(shifted(date, -1), -delta.days());
  }

  private LocalDate shifted(LocalDate date, int sign) {
    if (!whole(years) || !whole(months)) {
      throw PythonException.value("fractional years or months not supported for date calculations");
    }
    BigDecimal signed = sign > 0 ? BigDecimal.ONE : BigDecimal.ONE.negate();
    BigDecimal zeroBased =
        months.multiply(signed).add(BigDecimal.valueOf(date.getMonthValue() - 1L));
    BigDecimal carry = zeroBased.divide(TWELVE, 0, RoundingMode.FLOOR);
    BigDecimal year = years.multiply(signed).add(carry).add(BigDecimal.valueOf(date.getYear()));
    if (year.compareTo(BigDecimal.ONE) < 0 || year.compareTo(BigDecimal.valueOf(9999)) > 0) {
      throw PythonException.value("year " + year.toPlainString() + " is out of range");
    }
    int month = zeroBased.subtract(carry.multiply(TWELVE)).intValue() + 1;
    YearMonth target = YearMonth.of(year.intValue(), month);
    return target.atDay(Math.min(date.getDayOfMonth(), target.lengthOfMonth()));
  }

  private static boolean whole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private BigDecimal totalMonths() {
    return years.multiply(TWELVE).add(months);
  }

  boolean sameAs(@Nullable Object other) {
    return switch (other) {
      case CalendarDuration that ->
          totalMonths().compareTo(that.totalMonths()) == 0 && delta.equals(that.delta);
      case TimeDelta that -> years.signum() == 0 && months.signum() == 0 && delta.equals(that);
      case null, default -> false;
    };
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (years.signum() != 0) {
      parts.add(years.toBigInteger() + " years");
    }
    if (months.signum() != 0) {
      boolean single = months.compareTo(BigDecimal.ONE) <= 0;
      parts.add(months.toBigInteger() + (single ? " month" : " months"));
    }
    parts.add(delta.toString());
    return String.join(", ", parts);
  }
}
