package dev.godwit.core.sync;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Reads a {@link MemoryStream} and counts in its source.
final class MemoryReader implements StreamReader {
  private final MemoryStream stream;
  private final MemorySource source;
  private final Map<Slice, SliceScript> scripts = new ConcurrentHashMap<>();
  private final TreeSet<Long> finished = new TreeSet<>();
  private int made;

  MemoryReader(MemoryStream stream, MemorySource source) {
    this.stream = stream;
    this.source = source;
  }

  @Override
  public @Nullable Slice nextSlice() throws InterruptedException {
    SliceScript script = stream.slices().script(made);
    if (script == null) {
      return null;
    }
    Slice slice =
        new Slice(
            StreamName.of(stream.name()), made, Map.of("part", (long) made), Map.of(), Map.of());
    made++;
    scripts.put(slice, script);
    return slice;
  }

  @Override
  public SliceReader open(Slice slice) {
    SliceScript script = scripts.remove(slice);
    if (script == null) {
      throw new IllegalArgumentException("opened twice: " + slice);
    }
    source.opened();
    return new SliceReader() {
      private int call;

      @Override
      public @Nullable RecordBatch next() throws InterruptedException {
        return script.next(slice, call++);
      }

      @Override
      public void close() {
        source.closed();
      }
    };
  }

  @Override
  public void finish(Slice slice) {
    finished.add(slice.number());
  }

  @Override
  public @Nullable StreamState state() {
    return stream.stateful()
        ? new StreamState(StreamName.of(stream.name()), Map.of("finished", List.copyOf(finished)))
        : null;
  }

  @Override
  public Duration stateInterval() {
    return stream.stateInterval();
  }

  @Override
  public @Nullable StreamState end(Checkpoint.Extent extent) {
    return state();
  }

  @Override
  public Traffic traffic() {
    return new Traffic(made, 0, 0, 0, Duration.ZERO);
  }

  @Override
  public void close() {
    source.readerClosed();
  }
}
