package dev.godwit.protocol.write;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of a stream that have come and are not committed, cut into slices by the states that
/// cover them. For one thread.
final class Pending {
  private final StreamName stream;
  private final CommitPolicy policy;
  private final List<Slice> finished = new ArrayList<>();
  private Slice slice;
  private long openRows;
  private long openBytes;
  private long rows;
  private long bytes;
  private long firstFinished;

  Pending(StreamName stream, CommitPolicy policy) {
    this.stream = stream;
    this.policy = policy;
    this.slice = slice(0);
  }

  private Slice slice(long number) {
    return new Slice(stream, number, Map.of(), Map.of(), Map.of());
  }

  /// The slice that rows belong to now.
  Slice slice() {
    return slice;
  }

  void came(long moreRows, long moreBytes) {
    openRows += moreRows;
    openBytes += moreBytes;
  }

  boolean hasOpenRows() {
    return openRows > 0;
  }

  boolean hasFinishedRows() {
    return !finished.isEmpty();
  }

  /// Ends the slice.
  void cut(long now) {
    if (finished.isEmpty()) {
      firstFinished = now;
    }
    finished.add(slice);
    rows += openRows;
    bytes += openBytes;
    openRows = 0;
    openBytes = 0;
    slice = slice(slice.number() + 1);
  }

  /// How long the finished rows may still wait, if no more come.
  long nanosUntilDue(long now) {
    if (finished.isEmpty()) {
      return Long.MAX_VALUE;
    }
    return policy.bytes() > 0 && bytes >= policy.bytes()
        ? 0
        : policy.age().toNanos() - (now - firstFinished);
  }

  /// Whoever moved rows elsewhere may let a stream lose as many as its source says.
  Checkpoint checkpoint(@Nullable StreamState state, Extent extent) {
    Checkpoint checkpoint =
        new Checkpoint(stream, state, finished, rows, extent, ShrinkPolicy.ALLOW);
    finished.clear();
    rows = 0;
    bytes = 0;
    return checkpoint;
  }
}
