package dev.godwit.manifest.internal.slice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/// Moves the bounds of slices to those of calendar units, in the offset of each moment. Lower
/// bounds and steps move forwards, the end of a reading backwards.
///
/// Weeks and months look at the date alone: noon of a week's first day becomes midnight of that
/// day, also forwards, as in the reference.
sealed interface Clamping {
  /// The moment itself or the next beginning of a unit.
  OffsetDateTime forwards(OffsetDateTime moment);

  /// The moment itself or the beginning of its unit.
  OffsetDateTime backwards(OffsetDateTime moment);

  /// How far before the beginning of a unit a reading ends where the cursor has no granularity.
  Duration gap();

  /// Bounds stay as they are.
  record None() implements Clamping {
    @Override
    public OffsetDateTime forwards(OffsetDateTime moment) {
      return moment;
    }

    @Override
    public OffsetDateTime backwards(OffsetDateTime moment) {
      return moment;
    }

    @Override
    public Duration gap() {
      return Duration.ZERO;
    }
  }

  /// Midnights.
  record Days() implements Clamping {
    @Override
    public OffsetDateTime forwards(OffsetDateTime moment) {
      OffsetDateTime midnight = backwards(moment);
      return midnight.equals(moment) ? moment : midnight.plusDays(1);
    }

    @Override
    public OffsetDateTime backwards(OffsetDateTime moment) {
      return moment.truncatedTo(ChronoUnit.DAYS);
    }

    @Override
    public Duration gap() {
      return Duration.ofSeconds(1);
    }
  }

  /// Midnights of one day of the week.
  record Weeks(DayOfWeek first) implements Clamping {
    @Override
    public OffsetDateTime forwards(OffsetDateTime moment) {
      return moment.truncatedTo(ChronoUnit.DAYS).plusDays(daysAhead(moment));
    }

    @Override
    public OffsetDateTime backwards(OffsetDateTime moment) {
      int ahead = daysAhead(moment);
      return moment.truncatedTo(ChronoUnit.DAYS).plusDays(ahead == 0 ? 0 : ahead - 7);
    }

    private int daysAhead(OffsetDateTime moment) {
      return Math.floorMod(first.getValue() - moment.getDayOfWeek().getValue(), 7);
    }

    @Override
    public Duration gap() {
      return Duration.ofDays(1);
    }
  }

  /// Midnights of the first of the month.
  record Months() implements Clamping {
    @Override
    public OffsetDateTime forwards(OffsetDateTime moment) {
      OffsetDateTime first = backwards(moment);
      return moment.getDayOfMonth() == 1 ? first : first.plusMonths(1);
    }

    @Override
    public OffsetDateTime backwards(OffsetDateTime moment) {
      return moment.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    }

    @Override
    public Duration gap() {
      return Duration.ofDays(1);
    }
  }
}
