package dev.godwit.manifest.internal.python;

/// Python's `timedelta`.
///
/// @param micros microseconds, may be negative
public record TimeDelta(long micros) implements Comparable<TimeDelta> {
  public static final long MICROS_PER_SECOND = 1_000_000L;
  public static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

  public static final TimeDelta ZERO = new TimeDelta(0);

  public static TimeDelta ofDays(long days) {
    return scaled(days, MICROS_PER_DAY);
  }

  public static TimeDelta ofSeconds(long seconds) {
    return scaled(seconds, MICROS_PER_SECOND);
  }

  private static TimeDelta scaled(long count, long unit) {
    if (Math.multiplyHigh(count, unit) != (count * unit) >> 63) {
      throw tooLarge();
    }
    return new TimeDelta(count * unit);
  }

  /// The nearest delta to a number of microseconds, halves to even.
  ///
  /// @throws PythonException OVERFLOW, or VALUE for not-a-number
  static TimeDelta ofMicros(double micros) {
    if (Double.isNaN(micros)) {
      throw PythonException.value("cannot convert float NaN to integer");
    }
    if (Math.abs(micros) > 9.2e18) {
      throw tooLarge();
    }
    return new TimeDelta((long) Math.rint(micros));
  }

  /// Whole days, rounded down.
  public long days() {
    return Math.floorDiv(micros, MICROS_PER_DAY);
  }

  /// Seconds within the day, 0 to 86399.
  public long seconds() {
    return Math.floorMod(micros, MICROS_PER_DAY) / MICROS_PER_SECOND;
  }

  /// Microseconds within the second.
  public long microseconds() {
    return Math.floorMod(micros, MICROS_PER_SECOND);
  }

  /// `total_seconds()`
  public double totalSeconds() {
    return Numbers.trueDivide(micros, MICROS_PER_SECOND);
  }

  TimeDelta plus(TimeDelta other) {
    long sum = micros + other.micros;
    if (((micros ^ sum) & (other.micros ^ sum)) < 0) {
      throw tooLarge();
    }
    return new TimeDelta(sum);
  }

  TimeDelta negated() {
    return new TimeDelta(-micros);
  }

  static PythonException tooLarge() {
    return PythonException.overflow("date value out of range");
  }

  @Override
  public int compareTo(TimeDelta other) {
    return Long.compare(micros, other.micros);
  }

  /// As `str()`: `1 day, 2:03:04.000005`.
  @Override
  public String toString() {
    long days = days();
    long seconds = seconds();
    StringBuilder text = new StringBuilder();
    if (days != 0) {
      text.append(days).append(Math.abs(days) == 1 ? " day, " : " days, ");
    }
    text.append(seconds / 3600);
    text.append(String.format(":%02d:%02d", seconds / 60 % 60, seconds % 60));
    if (microseconds() != 0) {
      text.append(String.format(".%06d", microseconds()));
    }
    return text.toString();
  }
}
