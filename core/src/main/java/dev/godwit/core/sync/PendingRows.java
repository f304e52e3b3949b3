package dev.godwit.core.sync;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.queue.ByteQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What was written but not committed yet, and whether it is time to commit it. For one thread.
final class PendingRows {
  /// Rows of a slice that is still read: those that were read, those that were written, and the
  /// bytes of the latter.
  private record Open(long read, long written, long bytes) {
    Open plus(Signal.Rows rows) {
      return new Open(read + rows.read(), written + rows.mapped().written(), bytes + rows.bytes());
    }
  }

  private static final Open EMPTY = new Open(0, 0, 0);

  private final CommitPolicy policy;
  private final Map<Slice, Open> open = new HashMap<>();
  private final List<Slice> finished = new ArrayList<>();
  private boolean any;
  private long slicesFinished;
  private long rows;
  private long bytes;
  private long firstFinished;
  private long lastCheckpoint;

  PendingRows(CommitPolicy policy) {
    this.policy = policy;
  }

  void appended(Signal.Rows appended) {
    open.put(appended.slice(), open.getOrDefault(appended.slice(), EMPTY).plus(appended));
  }

  /// Notes the end of a slice and compares what its reader counted with what arrived.
  void finished(Slice slice, long readerRows) {
    @Nullable Open written = open.remove(slice);
    Open counted = written == null ? EMPTY : written;
    if (counted.read() != readerRows) {
      throw GodwitException.contract(
          "sync.count-mismatch",
          "A slice delivered %,d rows, but %,d were taken from it."
              .formatted(readerRows, counted.read()));
    }
    if (!any) {
      any = true;
      firstFinished = System.nanoTime();
    }
    if (counted.written() > 0) {
      finished.add(slice);
    }
    slicesFinished++;
    rows += counted.written();
    bytes += counted.bytes();
  }

  /// A stream that ended well has made all its slices, and all of them have ended.
  void requireAllFinished(Signal.End end) {
    if (!end.madeAll() || slicesFinished != end.slices()) {
      throw GodwitException.contract(
          "sync.slice-lost",
          "%,d slices were made%s, but %,d ended."
              .formatted(end.slices(), end.madeAll() ? "" : " and not all", slicesFinished));
    }
  }

  /// Whether to commit now: enough rows, or rows old enough and the last state long enough ago.
  boolean isDue(Duration stateInterval) {
    boolean large = policy.bytes() > 0 && bytes >= policy.bytes();
    return any && (large || nanosUntilDue(stateInterval) <= 0);
  }

  /// How long the finished rows may still wait, if no more come.
  long nanosUntilDue(Duration stateInterval) {
    if (!any) {
      return ByteQueue.FOREVER;
    }
    long now = System.nanoTime();
    long untilOld = nanos(policy.age()) - (now - firstFinished);
    long untilQuiet = lastCheckpoint == 0 ? 0 : nanos(stateInterval) - (now - lastCheckpoint);
    return Math.max(untilOld, untilQuiet);
  }

  /// Nanoseconds, or their maximum where they are too many to count.
  private static long nanos(Duration time) {
    return TimeUnit.NANOSECONDS.convert(time);
  }

  Checkpoint checkpoint(
      StreamName stream,
      @Nullable StreamState state,
      Checkpoint.Extent extent,
      ShrinkPolicy shrinking) {
    return new Checkpoint(stream, state, finished, rows, extent, shrinking);
  }

  void clear() {
    finished.clear();
    any = false;
    rows = 0;
    bytes = 0;
    lastCheckpoint = System.nanoTime();
  }
}
