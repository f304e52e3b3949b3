package dev.godwit.protocol.write;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RowCounts;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.write.Plans.Planned;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes the rows of one stream and lands them. Its writer is opened when there is something to
/// write. For one thread.
final class StreamIntake {
  private final Destination destination;
  private final StreamName name;
  private final boolean onlyWithRows;
  private final Pending pending;
  private StreamPlan plan;
  private @Nullable StreamWriter writer;
  private @Nullable StreamState state;
  private @Nullable GodwitException failure;
  private RowCounts counts = RowCounts.NONE;
  private long rowsSinceState;
  private long cuts;
  private long landedCuts;
  private boolean complete;
  private boolean ended;

  /// @param name what the catalogue calls the stream
  StreamIntake(StreamName name, Planned planned, Destination destination) {
    this.name = name;
    this.plan = planned.plan();
    this.onlyWithRows = planned.onlyWithRows();
    this.destination = destination;
    this.pending = new Pending(plan.stream().name(), destination.commitPolicy());
  }

  StreamName name() {
    return name;
  }

  StreamPlan plan() {
    return plan;
  }

  RowCounts counts() {
    return counts;
  }

  @Nullable StreamState state() {
    return state;
  }

  @Nullable GodwitException failure() {
    return failure;
  }

  /// Gives the stream up: what was not committed is forgotten.
  void fail(GodwitException error) {
    failure = failure == null ? error : failure;
    close();
  }

  void append(JsonRows rows) {
    if (ended) {
      // Rows after the end join those that have landed.
      plan = new StreamPlan(plan.stream(), Generation.keeping(plan.generation().id()), null);
      ended = false;
    }
    writer().append(rows.in(pending.slice()));
    pending.came(rows.rows(), rows.bytes());
    rowsSinceState += rows.rows();
    counts =
        new RowCounts(
            counts.read() + rows.rows(),
            counts.filtered(),
            counts.quarantined(),
            counts.discarded(),
            counts.committed());
  }

  /// Notes a state that covers all rows that have come.
  ///
  /// @return how many of them came after the state before
  long covered(@Nullable Map<String, @Nullable Object> value, long now) {
    state = new StreamState(plan.stream().name(), value == null ? Map.of() : value);
    cut(now);
    long covered = rowsSinceState;
    rowsSinceState = 0;
    return covered;
  }

  /// Ends a slice where rows have come since the last one.
  private void cut(long now) {
    if (pending.hasOpenRows()) {
      StreamWriter open = writer();
      open.ended(pending.slice());
      pending.cut(now);
      cuts++;
    }
  }

  /// The number of slices that a state waits for that comes now.
  long cuts() {
    return cuts;
  }

  /// Whether so many slices are durable.
  boolean hasLanded(long slices) {
    return landedCuts >= slices;
  }

  /// Notes that there are no more rows, so that those that have come need no state.
  void completed(long now) {
    complete = true;
    cut(now);
  }

  void interrupted() {
    complete = false;
  }

  boolean isComplete() {
    return complete;
  }

  /// Whether no row of earlier generations goes.
  boolean keepsAll() {
    return !plan.generation().replaces();
  }

  /// How long the rows that may land may still wait, if no more come.
  long nanosUntilDue(long now) {
    return failure == null ? pending.nanosUntilDue(now) : Long.MAX_VALUE;
  }

  /// Lands what may land: all of a stream that is complete, else what states cover.
  void commit(long now) {
    if (complete) {
      finish(now);
    } else if (pending.hasFinishedRows()) {
      commit(Extent.PARTIAL);
    }
  }

  /// Lands all rows, and with them a replacement.
  void finish(long now) {
    cut(now);
    if (ended || (onlyWithRows && writer == null)) {
      return;
    }
    commit(Extent.COMPLETE);
    ended = true;
    close();
  }

  private void commit(Extent extent) {
    long upTo = cuts;
    Checkpoint checkpoint = pending.checkpoint(state, extent);
    writer().commit(checkpoint, landing -> landed(checkpoint, landing, upTo));
  }

  private void landed(Checkpoint checkpoint, Landing landing, long upTo) {
    checkpoint.requireAll(landing);
    counts = counts.landed(landing);
    landedCuts = upTo;
  }

  private StreamWriter writer() {
    StreamWriter open = writer;
    if (open == null) {
      open = destination.open(plan);
      writer = open;
    }
    return open;
  }

  /// Releases the writer; what it was given and did not commit is forgotten.
  void close() {
    StreamWriter open = writer;
    writer = null;
    if (open != null) {
      open.close();
    }
  }
}
