package dev.godwit.manifest.internal.slice;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.manifest.internal.slice.Windows.Bounds;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// A stream with a cursor and one partition: its slices are intervals of the cursor.
final class SinglePartition implements StreamCursor {
  private final StreamName stream;
  private final DateRules rules;
  private final Intervals intervals;
  private final Observer observer;
  private @Nullable Queue<Bounds> remaining;
  private long made;

  SinglePartition(StreamName stream, DateRules rules, Intervals intervals, Observer observer) {
    this.stream = stream;
    this.rules = rules;
    this.intervals = intervals;
    this.observer = observer;
  }

  @Override
  public @Nullable Slice next() {
    if (remaining == null) {
      remaining = new ArrayDeque<>(intervals.remaining());
    }
    Bounds bounds = remaining.poll();
    return bounds == null
        ? null
        : new Slice(stream, made++, Map.of(), SliceBounds.toMap(bounds, rules), Map.of());
  }

  @Override
  public void observe(Slice slice, JsonRows rows) {
    observer.observe(slice, rows);
  }

  @Override
  public boolean admits(Slice slice, @Nullable Object value) {
    return intervals.admits(value);
  }

  @Override
  public void finish(Slice slice) {
    intervals.add(SliceBounds.of(slice, rules), observer.take(slice));
  }

  @Override
  public Map<String, @Nullable Object> state() {
    return intervals.state();
  }

  @Override
  public Map<String, @Nullable Object> snapshot() {
    return state();
  }

  @Override
  public Map<String, @Nullable Object> end() {
    return intervals.state();
  }

  @Override
  public Duration stateInterval() {
    return Duration.ZERO;
  }

  @Override
  public void close() {}
}
