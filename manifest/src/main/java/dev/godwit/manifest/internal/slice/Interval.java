package dev.godwit.manifest.internal.slice;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A range of cursor values that was read.
///
/// @param mostRecent the greatest value seen in it; null when no row had one
record Interval(OffsetDateTime start, OffsetDateTime end, @Nullable OffsetDateTime mostRecent) {
  /// This interval grown by one that touches it.
  Interval join(Interval other) {
    OffsetDateTime greatest =
        mostRecent == null
            ? other.mostRecent
            : other.mostRecent == null ? mostRecent : DateRules.later(mostRecent, other.mostRecent);
    return new Interval(start, DateRules.later(end, other.end), greatest);
  }
}
