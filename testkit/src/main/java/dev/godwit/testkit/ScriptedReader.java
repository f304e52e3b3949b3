package dev.godwit.testkit;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a {@link ScriptedStream}.
final class ScriptedReader implements StreamReader {
  private static final String READING = "reading";
  private static final String FINISHED = "finished";

  private final ScriptedStream stream;
  private final SortedSet<Long> before;
  private final SortedSet<Long> finished;
  private long next;

  ScriptedReader(ScriptedStream stream, @Nullable StreamState state) {
    this.stream = stream;
    this.before = finishedIn(state, stream.reading());
    this.finished = new TreeSet<>(before);
  }

  /// The slices that a state says are finished, of one reading.
  static SortedSet<Long> finishedIn(@Nullable StreamState state, long reading) {
    SortedSet<Long> slices = new TreeSet<>();
    if (state != null
        && state.value().get(READING) instanceof Long number
        && number == reading
        && state.value().get(FINISHED) instanceof List<?> numbers) {
      numbers.forEach(slice -> slices.add((Long) slice));
    }
    return slices;
  }

  /// A state in short: number of the reading, a point, how many of its slices are finished; `none`
  /// where there is no state.
  static String describe(@Nullable StreamState state) {
    return state != null && state.value().get(FINISHED) instanceof List<?> slices
        ? state.value().get(READING) + "." + slices.size()
        : "none";
  }

  @Override
  public @Nullable Slice nextSlice() {
    while (before.contains(next)) {
      next++;
    }
    if (next == stream.slices().size()) {
      return null;
    }
    long number = next++;
    return new Slice(stream.name(), number, Map.of("part", number), Map.of(), Map.of());
  }

  @Override
  public SliceReader open(Slice slice) {
    ScriptedSlice script = stream.slices().get(Math.toIntExact(slice.number()));
    return new SliceReader() {
      private int calls;

      @Override
      public @Nullable RecordBatch next() throws InterruptedException {
        return script.next(slice, calls++);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void finish(Slice slice) {
    finished.add(slice.number());
  }

  @Override
  public @Nullable StreamState state() {
    return stream.stateful()
        ? new StreamState(
            stream.name(), Map.of(READING, stream.reading(), FINISHED, List.copyOf(finished)))
        : null;
  }

  @Override
  public Duration stateInterval() {
    return Duration.ZERO;
  }

  @Override
  public @Nullable StreamState end(Checkpoint.Extent extent) {
    return state();
  }

  @Override
  public Traffic traffic() {
    return Traffic.NONE;
  }

  @Override
  public void close() {}
}
