package dev.godwit.core.sync;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.ContractRun;
import dev.godwit.core.Landing;
import dev.godwit.core.Landing.Replacement;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.queue.ByteQueue;

/// One attempt at a stream, from its first request to its last commit: takes what the readers
/// bring, writes it, and commits finished slices together with the state that covers them.
final class StreamAttempt {
  /// Rows that may wait between readers and writer, in bytes: some pages of the largest usual size.
  private static final long QUEUE_BYTES = 8L << 20;

  private final StreamPlan plan;
  private final ContractRun contract;
  private final RunContext context;
  private final StreamTally tally;

  StreamAttempt(StreamPlan plan, ContractRun contract, RunContext context) {
    this.plan = plan;
    this.contract = contract;
    this.context = context;
    this.tally = new StreamTally(plan);
  }

  /// Never throws: whatever goes wrong is in the report.
  StreamReport run() {
    try (StreamReader reader = PlannedReading.open(context.source(), plan)) {
      readAndWrite(reader);
    } catch (RuntimeException | Error e) {
      fail(Failures.asGodwit(e));
    } catch (InterruptedException e) {
      fail(Failures.cancelled());
    }
    return tally.report();
  }

  private void readAndWrite(StreamReader reader) throws InterruptedException {
    // Closed in reverse order: readers that wait for room are let go before they are waited for.
    try (Mappers mappers = new Mappers(plan.rules().mapping(), contract);
        Threads threads = new Threads();
        ByteQueue<Signal> queue = new ByteQueue<>(QUEUE_BYTES, Signal::bytes)) {
      SliceReading reading =
          new SliceReading(reader, plan.rules().limit(), mappers, queue, context.slices(), threads);
      Watchdog watchdog =
          new Watchdog(
              queue, context.policy().silence(), reader::signOfLife, reading::waitsForTurn);
      reader.onRateLimit(() -> context.listener().on(new SyncEvent.RateLimited(name())));
      reader.onPause(pause -> {
        watchdog.expectSilence(pause.time());
        context.listener().on(new SyncEvent.Paused(name(), pause, reader.traffic()));
      });
      // The first answers are on their way while the destination gets ready.
      reading.start();
      try (StreamWriter writer = context.destination().open(plan)) {
        drain(watchdog, reader, writer);
      }
    } finally {
      tally.traffic(reader.traffic());
    }
  }

  private void drain(Watchdog watchdog, StreamReader reader, StreamWriter writer)
      throws InterruptedException {
    PendingRows pending = new PendingRows(context.destination().commitPolicy());
    long patience = ByteQueue.FOREVER;
    while (true) {
      if (context.isCancelled()) {
        throw new InterruptedException("cancelled");
      }
      Signal signal = watchdog.take(patience);
      switch (signal) {
        case Signal.Rows rows -> {
          write(rows.mapped(), writer);
          pending.appended(rows);
          tally.read(rows);
          context
              .listener()
              .on(new SyncEvent.RowsRead(name(), rows.read(), rows.readBytes(), reader.traffic()));
        }
        case Signal.SliceEnded ended -> {
          pending.finished(ended.slice(), ended.rows());
          reader.finish(ended.slice());
          writer.ended(ended.slice());
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
      patience = signal == null ? ByteQueue.FOREVER : pending.nanosUntilDue(reader.stateInterval());
    }
  }

  private static void write(Mapped mapped, StreamWriter writer) {
    RecordBatch rows = mapped.rows();
    if (rows != null) {
      writer.append(rows);
    }
    if (!mapped.rejected().isEmpty()) {
      writer.reject(mapped.rejected());
    }
  }

  private void commitIfDue(PendingRows pending, StreamReader reader, StreamWriter writer) {
    if (!pending.isDue(reader.stateInterval())) {
      return;
    }
    StreamState state = isResumable() ? reader.state() : null;
    if (state != null
        || (plan.generation().replaces() && context.destination().resumesReplacements())) {
      commit(pending.checkpoint(name(), state, Extent.PARTIAL, shrinking()), writer);
      pending.clear();
    }
  }

  private void commitLast(
      Signal.End end, PendingRows pending, StreamReader reader, StreamWriter writer) {
    if (!tally.failed()) {
      pending.requireAllFinished(end);
      contract.complete().forEach(this::warn);
    }
    Extent extent = tally.failed() ? Extent.PARTIAL : Extent.COMPLETE;
    context.listener().on(new SyncEvent.ReadingEnded(name(), extent));
    StreamState state = reader.end(extent);
    StreamState kept = extent == Extent.COMPLETE || isResumable() ? state : null;
    Checkpoint checkpoint = pending.checkpoint(name(), kept, extent, shrinking());
    if (extent == Extent.COMPLETE || checkpoint.state() != null) {
      commit(checkpoint, writer);
    }
    if (extent == Extent.PARTIAL) {
      writer.abort();
    }
  }

  private void commit(Checkpoint checkpoint, StreamWriter writer) {
    writer.commit(checkpoint, landing -> landed(checkpoint, landing));
  }

  private void landed(Checkpoint checkpoint, Landing landing) {
    checkpoint.requireAll(landing);
    tally.committed(checkpoint, landing);
    warn(landing);
    context.listener().on(new SyncEvent.Committed(name(), landing.rows()));
  }

  private void warn(Landing landing) {
    Replacement replacement = landing.replacement();
    if (replacement != null && shrinking().isSuspicious(replacement)) {
      warn(
          "the table had %,d rows and has %,d now"
              .formatted(replacement.before(), replacement.after()));
    }
    if (landing.unmatched() > 0) {
      warn("%,d rows were to change rows that are not there".formatted(landing.unmatched()));
    }
  }

  private void warn(String text) {
    tally.warning(text);
    context.listener().on(new SyncEvent.Warned(name(), text));
  }

  /// Whether what a later attempt goes on from is of use to it.
  private boolean isResumable() {
    return plan.isResumable()
        && (!plan.generation().replaces() || context.destination().resumesReplacements());
  }

  private ShrinkPolicy shrinking() {
    return context.policy().shrinking();
  }

  private void fail(GodwitException error) {
    GodwitException placed = error.at(Place.stream(name().toString()));
    tally.failure(placed);
    context.listener().on(new SyncEvent.SliceFailed(name(), placed));
  }

  private StreamName name() {
    return plan.name();
  }
}
