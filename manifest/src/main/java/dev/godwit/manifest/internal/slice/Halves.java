package dev.godwit.manifest.internal.slice;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.python.TimeDelta;
import dev.godwit.manifest.internal.slice.Windows.Bounds;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Cuts the interval of a slice in two, which do not touch.
///
/// @param unit the cursor's granularity: what an interval cannot be smaller than
/// @param least an interval that is this long or shorter is not cut; zero for no such limit
public record Halves(DateRules rules, TimeDelta unit, TimeDelta least) {
  /// No limit but the granularity.
  public static final IsoDuration NO_LEAST = new IsoDuration(TimeDelta.ZERO);

  /// The halves of a cursor's intervals.
  ///
  /// @param granularity a fixed length of time, above zero
  /// @throws IllegalArgumentException when one of them is counted on the calendar
  public static Halves of(DateRules rules, IsoDuration granularity, IsoDuration least) {
    if (granularity.value() instanceof TimeDelta unit && least.value() instanceof TimeDelta limit) {
      return new Halves(rules, unit, limit);
    }
    throw new IllegalArgumentException("durations of calendars have no fixed length");
  }

  /// The two parts in order, with the slice's number; empty when it cannot be cut.
  public List<Slice> of(Slice slice) {
    Bounds bounds = SliceBounds.of(slice, rules);
    OffsetDateTime start = rules.parse(bounds.start());
    OffsetDateTime end = rules.parse(bounds.end());
    long span = ChronoUnit.MICROS.between(start, end);
    if (span <= 0 || span <= least.micros()) {
      return List.of();
    }
    long units = span / unit.micros() + 1;
    if (units <= 1) {
      return List.of();
    }
    OffsetDateTime second = start.plus(units / 2 * unit.micros(), ChronoUnit.MICROS);
    OffsetDateTime first = second.minus(unit.micros(), ChronoUnit.MICROS);
    return List.of(part(slice, start, first), part(slice, second, end));
  }

  private Slice part(Slice slice, OffsetDateTime start, OffsetDateTime end) {
    Bounds bounds = new Bounds(rules.print(start), rules.print(end));
    return new Slice(
        slice.stream(),
        slice.number(),
        slice.partition(),
        SliceBounds.toMap(bounds, rules),
        slice.extras());
  }
}
