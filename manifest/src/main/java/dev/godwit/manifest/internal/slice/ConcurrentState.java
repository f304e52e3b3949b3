package dev.godwit.manifest.internal.slice;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The reference's other form of a cursor's state: a list of read intervals. We read it and never
/// write it.
final class ConcurrentState {

  private ConcurrentState() {}

  static boolean fits(Map<String, @Nullable Object> state) {
    return "date-range".equals(state.get("state_type")) && state.get("slices") instanceof List;
  }

  static List<Interval> intervals(Map<String, @Nullable Object> state, CursorRules rules) {
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
