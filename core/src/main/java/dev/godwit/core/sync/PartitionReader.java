package dev.godwit.core.sync;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Pause;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A reading of some partitions: the slices of the others are not opened, and count as empty ones.
final class PartitionReader implements StreamReader {
  private final StreamReader inner;
  private final CursorRange range;
  private final Set<String> keys = new TreeSet<>();
  private boolean found;

  /// @param resumed whether the partitions may have been read before, and make no more slices
  PartitionReader(StreamReader inner, CursorRange range, boolean resumed) {
    this.inner = inner;
    this.range = range;
    this.found = resumed;
  }

  @Override
  public @Nullable Slice nextSlice() throws InterruptedException {
    Slice slice = inner.nextSlice();
    if (slice != null) {
      keys.addAll(slice.partition().keySet());
      found |= covers(slice);
    } else if (!found) {
      throw none();
    }
    return slice;
  }

  private boolean covers(Slice slice) {
    return range.partitions().entrySet().stream()
        .allMatch(wanted -> {
          Object value = slice.partition().get(wanted.getKey());
          return value != null && wanted.getValue().contains(text(value));
        });
  }

  private static String text(Object value) {
    return value instanceof String text ? text : JsonWriter.text(value);
  }

  private GodwitException none() {
    return GodwitException.config(
            "source.no-partition",
            keys.isEmpty()
                ? "The stream has no partitions."
                : "The stream has no such partition: back-fill %s.".formatted(range.describe()))
        .hint(
            keys.isEmpty()
                ? "Leave out --partition, or leave out the stream with --streams."
                : "Its partitions have the keys " + String.join(", ", keys) + ".");
  }

  @Override
  public SliceReader open(Slice slice) {
    return covers(slice) ? inner.open(slice) : new Skipped();
  }

  /// A slice that is not read.
  private record Skipped() implements SliceReader {
    @Override
    public @Nullable RecordBatch next() {
      return null;
    }

    @Override
    public void close() {}
  }

  @Override
  public void finish(Slice slice) {
    inner.finish(slice);
  }

  @Override
  public @Nullable StreamState state() {
    return inner.state();
  }

  @Override
  public Duration stateInterval() {
    return inner.stateInterval();
  }

  @Override
  public @Nullable StreamState end(Checkpoint.Extent extent) {
    return inner.end(extent);
  }

  @Override
  public Traffic traffic() {
    return inner.traffic();
  }

  @Override
  public Object signOfLife() {
    return inner.signOfLife();
  }

  @Override
  public void onRateLimit(Runnable listener) {
    inner.onRateLimit(listener);
  }

  @Override
  public void onPause(Consumer<Pause> listener) {
    inner.onPause(listener);
  }

  @Override
  public void close() {
    inner.close();
  }
}
