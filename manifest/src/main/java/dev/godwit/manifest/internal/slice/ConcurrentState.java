package dev.godwit.manifest.internal.slice;

import dev.godwit.manifest.internal.python.Truth;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The reference's other form of a cursor's state: a list of read intervals. We read it and never
/// write it.
final class ConcurrentState {

  private static final Set<Object> TYPES = Set.of("date-range", "integer");

  private ConcurrentState() {}

  static boolean fits(Map<?, ?> state) {
    return state.get("state_type") instanceof String type
        && TYPES.contains(type)
        && state.get("slices") instanceof List;
  }

  /// The value that the first interval has come to; null where there is none.
  static @Nullable Object reached(Map<?, ?> state) {
    if (state.get("slices") instanceof List<?> slices
        && !slices.isEmpty()
        && slices.getFirst() instanceof Map<?, ?> first) {
      Object recent = first.get("most_recent_cursor_value");
      return recent == null || !Truth.of(recent) ? first.get("end") : recent;
    }
    return null;
  }

  static List<Interval> intervals(Map<String, @Nullable Object> state, DateRules rules) {
    List<Interval> intervals = new ArrayList<>();
    if (state.get("slices") instanceof List<?> slices) {
      for (Object slice : slices) {
        if (slice instanceof Map<?, ?> bounds) {
          OffsetDateTime start = rules.parse(bounds.get("start"));
          OffsetDateTime end = rules.parse(bounds.get("end"));
          Object recent = bounds.get("most_recent_cursor_value");
          intervals.add(new Interval(start, end, recent == null ? null : rules.parse(recent)));
        }
      }
    }
    if (intervals.isEmpty()) {
      intervals.add(new Interval(rules.start(), rules.start(), rules.start()));
    }
    return intervals;
  }
}
