package dev.godwit.manifest.internal.slice;

import static dev.godwit.manifest.internal.slice.DateRules.before;
import static dev.godwit.manifest.internal.slice.DateRules.earlier;
import static dev.godwit.manifest.internal.slice.DateRules.later;

import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.slice.Windows.Bounds;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was read of one partition, and what is left to read. Thread-safe.
final class Intervals {
  private final DateRules rules;
  private final Map<String, @Nullable Object> given;
  private final OffsetDateTime begin;
  private List<Interval> read;
  private @Nullable Map<String, @Nullable Object> state;

  /// @param given the cursor's part of a stream's state; empty for a first reading
  Intervals(DateRules rules, Map<String, @Nullable Object> given) {
    this.rules = rules;
    this.given = given;
    this.read = read(given);
    this.begin = begin(given, read.getFirst());
  }

  private List<Interval> read(Map<String, @Nullable Object> state) {
    if (ConcurrentState.fits(state)) {
      return merged(ConcurrentState.intervals(state, rules));
    }
    OffsetDateTime start = rules.start();
    if (state.containsKey(rules.field())) {
      start = later(rules.parse(state.get(rules.field())), start);
    }
    return List.of(new Interval(rules.start(), start, start));
  }

  /// Where the state stands: at the greatest value of what was read first.
  private OffsetDateTime begin(Map<String, @Nullable Object> state, Interval first) {
    OffsetDateTime recent = first.mostRecent() == null ? first.end() : first.mostRecent();
    return ConcurrentState.fits(state) ? recent : first.end();
  }

  /// What is left to read, in the reference's order: before the first interval, between intervals,
  /// after the last.
  synchronized List<Bounds> remaining() {
    Windows windows = new Windows(rules);
    if (before(rules.start(), read.getFirst().start())) {
      windows.gap(rules.start(), read.getFirst().start());
    }
    for (int i = 0; i + 1 < read.size(); i++) {
      OffsetDateTime end = read.get(i).end();
      IsoDuration granularity = rules.granularity();
      OffsetDateTime from = granularity == null ? end : rules.plus(end, granularity);
      windows.gap(from, read.get(i + 1).start());
    }
    OffsetDateTime last = read.getLast().end();
    IsoDuration lookback = rules.lookback();
    windows.tail(lookback == null ? last : rules.minus(last, lookback), rules.end().get());
    return windows.slices();
  }

  /// Notes that a slice was read completely.
  ///
  /// @param mostRecent the greatest cursor value of its rows; null when none had one
  synchronized void add(Bounds slice, @Nullable OffsetDateTime mostRecent) {
    List<Interval> all = new ArrayList<>(read);
    all.add(new Interval(rules.parse(slice.start()), rules.parse(slice.end()), mostRecent));
    read = merged(all);
    state = null;
  }

  private List<Interval> merged(List<Interval> intervals) {
    List<Interval> sorted = new ArrayList<>(intervals);
    sorted.sort(
        Comparator.comparing(Interval::start, OffsetDateTime.timeLineOrder())
            .thenComparing(Interval::end, OffsetDateTime.timeLineOrder()));
    List<Interval> merged = new ArrayList<>();
    for (Interval next : sorted) {
      if (!merged.isEmpty() && !before(rules.afterEnd(merged.getLast().end()), next.start())) {
        merged.set(merged.size() - 1, merged.getLast().join(next));
      } else {
        merged.add(next);
      }
    }
    return List.copyOf(merged);
  }

  /// Whether a value lies between the state of this reading, less its look-back, and its end.
  boolean admits(@Nullable Object value) {
    OffsetDateTime moment = value == null ? null : rules.parseOrNull(value);
    if (moment == null) {
      return true;
    }
    OffsetDateTime lowest = begin;
    IsoDuration lookback = rules.lookback();
    if (lookback != null) {
      OffsetDateTime wanted = rules.minusOrNull(begin, lookback);
      lowest = wanted == null ? begin : later(wanted, earlier(begin, rules.start()));
    }
    return !before(moment, lowest) && !before(rules.end().get(), moment);
  }

  /// The state that was given, with the cursor moved: to the greatest value of the first interval,
  /// since what follows a gap does not count yet. The same object until it moves.
  synchronized Map<String, @Nullable Object> state() {
    Map<String, @Nullable Object> current = state;
    if (current == null) {
      Interval first = read.getFirst();
      OffsetDateTime value = first.mostRecent() == null ? first.start() : first.mostRecent();
      current = ConcurrentState.fits(given) ? new LinkedHashMap<>() : new LinkedHashMap<>(given);
      current.put(rules.field(), rules.print(value));
      state = current;
    }
    return current;
  }
}
