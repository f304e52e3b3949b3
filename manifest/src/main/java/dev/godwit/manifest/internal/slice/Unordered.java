package dev.godwit.manifest.internal.slice;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stream without a cursor: a slice a partition, and a state that only says that the stream was
/// read.
final class Unordered implements StreamCursor {
  /// What the reference stores for such streams.
  static final String READ = "__ab_no_cursor_state_message";

  private static final Map<String, @Nullable Object> DONE = Map.of(READ, true);

  private final StreamName stream;
  private final Partitions partitions;
  private long made;

  Unordered(StreamName stream, Partitions partitions) {
    this.stream = stream;
    this.partitions = partitions;
  }

  @Override
  public @Nullable Slice next() throws InterruptedException {
    Partition partition = partitions.next();
    return partition == null
        ? null
        : new Slice(stream, made++, partition.values(), Map.of(), partition.extras());
  }

  @Override
  public void observe(Slice slice, JsonRows rows) {}

  @Override
  public boolean admits(Slice slice, @Nullable Object value) {
    return true;
  }

  @Override
  public void finish(Slice slice) {}

  @Override
  public @Nullable Map<String, @Nullable Object> state() {
    return null;
  }

  @Override
  public Map<String, @Nullable Object> snapshot() {
    return DONE;
  }

  @Override
  public Map<String, @Nullable Object> end() {
    return DONE;
  }

  @Override
  public Duration stateInterval() {
    return Duration.ZERO;
  }

  @Override
  public void close() {
    partitions.close();
  }
}
