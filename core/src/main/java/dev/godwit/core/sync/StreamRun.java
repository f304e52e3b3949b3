package dev.godwit.core.sync;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Destination;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/// One stream of a run, from its first request to its last commit: takes what the readers bring,
/// writes it, and commits finished slices together with the state that covers them.
final class StreamRun {
  /// Rows that may wait between readers and writer, in bytes: some pages of the largest usual size.
  private static final long QUEUE_BYTES = 8L << 20;

  private final StreamPlan plan;
  private final Source source;
  private final Destination destination;
  private final SyncListener listener;
  private final Semaphore permits;
  private final BooleanSupplier cancelled;
  private final StreamTally tally;

  StreamRun(
      StreamPlan plan,
      Source source,
      Destination destination,
      SyncListener listener,
      Semaphore permits,
      BooleanSupplier cancelled) {
    this.plan = plan;
    this.source = source;
    this.destination = destination;
    this.listener = listener;
    this.permits = permits;
    this.cancelled = cancelled;
    this.tally = new StreamTally(plan);
  }

  /// Never throws: whatever goes wrong is in the report.
  StreamReport run() {
    try (StreamReader reader = source.open(plan.stream(), plan.state());
        StreamWriter writer = destination.open(plan)) {
      reader.onRateLimit(() -> listener.on(new SyncEvent.RateLimited(name())));
      reader.onPause(pause -> listener.on(new SyncEvent.Paused(name(), pause, reader.traffic())));
      readAndWrite(reader, writer);
    } catch (RuntimeException | Error e) {
      fail(Failures.asGodwit(e));
    } catch (InterruptedException e) {
      fail(Failures.cancelled());
    }
    StreamReport report = tally.report();
    listener.on(new SyncEvent.StreamEnded(name(), report, report.error()));
    return report;
  }

  private void readAndWrite(StreamReader reader, StreamWriter writer) throws InterruptedException {
    // Closed in reverse order: readers that wait for room are let go before they are waited for.
    try (Threads threads = new Threads();
        SignalQueue queue = new SignalQueue(QUEUE_BYTES)) {
      new SliceReading(reader, queue, permits, threads).start();
      drain(queue, reader, writer);
    } finally {
      tally.traffic(reader.traffic());
    }
  }

  private void drain(SignalQueue queue, StreamReader reader, StreamWriter writer)
      throws InterruptedException {
    PendingRows pending = new PendingRows(destination.commitPolicy());
    long patience = SignalQueue.FOREVER;
    while (true) {
      if (cancelled.getAsBoolean()) {
        throw new InterruptedException("cancelled");
      }
      Signal signal = queue.take(patience);
      switch (signal) {
        case Signal.Rows(RecordBatch batch) -> {
          writer.append(batch);
          pending.appended(batch);
          tally.read(batch);
          listener.on(
              new SyncEvent.RowsRead(name(), batch.rows(), batch.bytes(), reader.traffic()));
        }
        case Signal.SliceEnded ended -> {
          pending.finished(ended.slice(), ended.rows());
          reader.finish(ended.slice());
        }
        case Signal.SliceFailed failed -> fail(failed.error());
        case Signal.End end -> {
          commitLast(end, pending, reader, writer);
          return;
        }
        case null -> {}
      }
      commitIfDue(pending, reader, writer);
      // Where nothing could be committed, only a new signal can change that.
      patience =
          signal == null ? SignalQueue.FOREVER : pending.nanosUntilDue(reader.stateInterval());
    }
  }

  private void commitIfDue(PendingRows pending, StreamReader reader, StreamWriter writer) {
    if (!pending.isDue(reader.stateInterval())) {
      return;
    }
    Checkpoint checkpoint = pending.checkpoint(name(), reader.state(), Extent.PARTIAL);
    if (checkpoint.state() != null || plan.stream().writeMode().replacesAll()) {
      commit(checkpoint, writer);
      pending.clear();
    }
  }

  private void commitLast(
      Signal.End end, PendingRows pending, StreamReader reader, StreamWriter writer) {
    if (!tally.failed()) {
      pending.requireAllFinished(end);
    }
    Extent extent = tally.failed() ? Extent.PARTIAL : Extent.COMPLETE;
    listener.on(new SyncEvent.ReadingEnded(name(), extent));
    Checkpoint checkpoint = pending.checkpoint(name(), reader.end(extent), extent);
    if (extent == Extent.COMPLETE || checkpoint.state() != null) {
      commit(checkpoint, writer);
    }
    if (extent == Extent.PARTIAL) {
      writer.abort();
    }
  }

  private void commit(Checkpoint checkpoint, StreamWriter writer) {
    checkpoint.requireAll(writer.commit(checkpoint));
    tally.committed(checkpoint);
    listener.on(new SyncEvent.Committed(name(), checkpoint.rows()));
  }

  private void fail(GodwitException error) {
    GodwitException placed = error.at(Place.stream(name().toString()));
    tally.failure(placed);
    listener.on(new SyncEvent.SliceFailed(name(), placed));
  }

  private StreamName name() {
    return plan.name();
  }
}
