package dev.godwit.manifest.internal.python;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Python's `datetime`, to the microsecond.
///
/// @param zone null for a naive datetime
public record DateTime(LocalDateTime local, @Nullable Zone zone) {
  public DateTime {
    local = local.truncatedTo(ChronoUnit.MICROS);
    if (local.getYear() < 1 || local.getYear() > 9999) {
      throw TimeDelta.tooLarge();
    }
  }

  public static DateTime of(OffsetDateTime moment) {
    return new DateTime(moment.toLocalDateTime(), Zone.fixed(moment.getOffset()));
  }

  /// This moment, a naive one taken as UTC.
  public OffsetDateTime toOffset() {
    return local.atOffset(zone == null ? ZoneOffset.UTC : zone.offset());
  }

  public int micro() {
    return local.get(ChronoField.MICRO_OF_SECOND);
  }

  /// Microseconds since 1970 in UTC.
  long epochMicros() {
    OffsetDateTime moment = toOffset();
    return moment.toEpochSecond() * TimeDelta.MICROS_PER_SECOND + micro();
  }

  /// `timestamp()`: seconds since 1970 as a double.
  public double timestamp() {
    return Numbers.trueDivide(epochMicros(), TimeDelta.MICROS_PER_SECOND);
  }

  DateTime plus(TimeDelta delta) {
    try {
      return new DateTime(local.plus(delta.micros(), ChronoUnit.MICROS), zone);
    } catch (DateTimeException _) {
      throw TimeDelta.tooLarge();
    }
  }

  /// The same moment on another zone's wall clock.
  public DateTime inZone(Zone target) {
    return new DateTime(
        toOffset().withOffsetSameInstant(target.offset()).toLocalDateTime(), target);
  }

  @Override
  public String toString() {
    return Repr.str(this);
  }
}
