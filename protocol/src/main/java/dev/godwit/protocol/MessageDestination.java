package dev.godwit.protocol;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Checkpoint;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.wire.MessageWriter;
import java.util.List;

/// Writes rows and states as messages. Whoever reads them stores the rows before the state.
///
/// @param states what the run was given to go on from
record MessageDestination(MessageWriter out, StateFile states, StreamStatuses statuses)
    implements Destination {
  @Override
  public CheckResult check() {
    return CheckResult.OK;
  }

  @Override
  public StoredStream stored(StreamName stream) {
    return new StoredStream(states.find(stream), 0, null);
  }

  /// An output keeps nothing.
  @Override
  public long clear(StreamName stream) {
    return 0;
  }

  @Override
  public List<StreamName> streams() {
    return List.of();
  }

  @Override
  public Delivery delivery() {
    return Delivery.AT_LEAST_ONCE;
  }

  @Override
  public CommitPolicy commitPolicy() {
    return CommitPolicy.EACH_SLICE;
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    return new StreamWriter() {
      // Readers compare it with the records that they saw since the last state, those of slices
      // that are not finished among them.
      private long recordsSinceState;

      @Override
      public void append(RecordBatch batch) {
        statuses.running(plan.name());
        recordsSinceState += batch.rows();
        switch (batch) {
          case JsonRows rows -> out.rows(plan.name(), rows);
        }
      }

      @Override
      public Landing commit(Checkpoint checkpoint) {
        StreamState state = checkpoint.state();
        if (state != null) {
          out.write(Message.State.of(state.stream(), state.value(), recordsSinceState));
          recordsSinceState = 0;
        }
        return Landing.of(checkpoint.rows());
      }

      @Override
      public void abort() {}

      @Override
      public void close() {
        out.flush();
      }
    };
  }

  @Override
  public void close() {
    out.flush();
  }
}
