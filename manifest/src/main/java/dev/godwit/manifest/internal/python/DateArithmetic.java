package dev.godwit.manifest.internal.python;

import dev.godwit.manifest.internal.python.PythonException.Kind;
import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Arithmetic of dates, times and durations. Every method returns null for operands it does not
/// know.
final class DateArithmetic {
  private DateArithmetic() {}

  static @Nullable Object add(@Nullable Object left, @Nullable Object right) {
    Object sum = addOrdered(left, right);
    return sum == null ? addOrdered(right, left) : sum;
  }

  private static @Nullable Object addOrdered(@Nullable Object left, @Nullable Object right) {
    return switch (right) {
      case TimeDelta delta ->
          switch (left) {
            case DateTime moment -> moment.plus(delta);
            case LocalDate date -> Dates.plusDays(date, delta.days());
            case TimeDelta other -> other.plus(delta);
            case null, default -> null;
          };
      case CalendarDuration duration ->
          switch (left) {
            case DateTime moment -> duration.addTo(moment);
            case LocalDate date -> duration.addTo(date);
            case TimeDelta delta ->
                new CalendarDuration(
                    duration.years(), duration.months(), duration.delta().plus(delta));
            case CalendarDuration other -> other.plus(duration);
            case null, default -> null;
          };
      case null, default -> null;
    };
  }

  static @Nullable Object subtract(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case DateTime moment -> subtractFrom(moment, right);
      case LocalDate date ->
          switch (right) {
            case TimeDelta delta -> Dates.plusDays(date, -delta.days());
            case CalendarDuration duration -> duration.subtractFrom(date);
            case LocalDate other -> Dates.between(date, other);
            case null, default -> null;
          };
      case TimeDelta delta when right instanceof TimeDelta other -> delta.plus(other.negated());
      case TimeDelta delta when right instanceof CalendarDuration other ->
          new CalendarDuration(
              other.years().negate(), other.months().negate(), delta.plus(other.delta().negated()));
      case CalendarDuration duration when right instanceof CalendarDuration other ->
          duration.plus(other.negated());
      case CalendarDuration duration when right instanceof TimeDelta other ->
          new CalendarDuration(
              duration.years(), duration.months(), duration.delta().plus(other.negated()));
      case null, default -> null;
    };
  }

  private static @Nullable Object subtractFrom(DateTime moment, @Nullable Object right) {
    return switch (right) {
      case TimeDelta delta -> moment.plus(delta.negated());
      case CalendarDuration duration -> duration.subtractFrom(moment);
      case DateTime other -> {
        if ((moment.zone() == null) != (other.zone() == null)) {
          throw PythonException.type("can't subtract offset-naive and offset-aware datetimes");
        }
        yield new TimeDelta(moment.epochMicros() - other.epochMicros());
      }
      case null, default -> null;
    };
  }

  static @Nullable Object multiply(@Nullable Object value, @Nullable Object factor) {
    if (factor == null) {
      return null;
    }
    if (value instanceof TimeDelta delta) {
      BigInteger product = BigInteger.valueOf(delta.micros()).multiply(Numbers.big(factor));
      if (!Numbers.fitsLong(product)) {
        throw TimeDelta.tooLarge();
      }
      return new TimeDelta(product.longValue());
    }
    return value instanceof CalendarDuration duration
        ? duration.times(Numbers.big(factor).longValueExact())
        : null;
  }

  static @Nullable Object multiplyFraction(@Nullable Object left, @Nullable Object right) {
    if (left instanceof TimeDelta delta && right instanceof Double factor) {
      return TimeDelta.ofMicros(delta.micros() * factor);
    }
    if (left instanceof Double factor && right instanceof TimeDelta delta) {
      return TimeDelta.ofMicros(delta.micros() * factor);
    }
    return null;
  }

  static @Nullable Object divide(
      Arithmetic.Operator operator, @Nullable Object left, @Nullable Object right) {
    if (!(left instanceof TimeDelta delta)) {
      return null;
    }
    if (right instanceof TimeDelta other) {
      Object quotient = NumberArithmetic.apply(operator, delta.micros(), other.micros());
      return operator == Arithmetic.Operator.MODULO
          ? new TimeDelta(Numbers.big(quotient).longValueExact())
          : quotient;
    }
    if (operator == Arithmetic.Operator.DIVIDE && right != null && Numbers.isNumber(right)) {
      double divisor = Numbers.toDouble(right);
      if (divisor == 0) {
        throw new PythonException(Kind.ZERO_DIVISION, "division by zero");
      }
      return TimeDelta.ofMicros(delta.micros() / divisor);
    }
    if (operator == Arithmetic.Operator.FLOOR_DIVIDE && Numbers.isInt(right) && right != null) {
      Object quotient = NumberArithmetic.apply(operator, delta.micros(), right);
      return new TimeDelta(Numbers.big(quotient).longValueExact());
    }
    return null;
  }
}
