package dev.godwit.protocol.foreign;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.StreamMemory;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.error.GodwitException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Writes one stream through a program. Rows go to it as they come; a checkpoint goes as a state,
/// and has landed when the program sends it back.
final class ForeignWriter implements StreamWriter {
  private final StreamPlan plan;
  private final WriteProcess run;
  private final StreamMemory memory;
  private final Clock clock;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private boolean begun;
  private boolean ended;

  /// A checkpoint whose state is on its way.
  private record Waiting(Checkpoint checkpoint, Consumer<Landing> landed) {}

  ForeignWriter(StreamPlan plan, WriteProcess run, StreamMemory memory, Clock clock) {
    this.plan = plan;
    this.run = run;
    this.memory = memory;
    this.clock = clock;
  }

  @Override
  public void append(RecordBatch batch) {
    switch (batch) {
      case JsonRows rows -> run.rows(rows);
    }
    begun = true;
    settle();
  }

  @Override
  public Landing commit(Checkpoint checkpoint) {
    throw new IllegalStateException("the program says later what has landed");
  }

  @Override
  public void commit(Checkpoint checkpoint, Consumer<Landing> landed) {
    StreamState state = checkpoint.state();
    boolean complete = checkpoint.extent() == Extent.COMPLETE;
    if (state != null) {
      waiting.add(new Waiting(checkpoint, landed));
      run.state(state.value());
    }
    begun = true;
    if (complete) {
      ended = true;
      run.end(true, clock.millis());
    }
    settle();
    if (complete && state == null) {
      land(new Waiting(checkpoint, landed));
    }
  }

  private void settle() {
    for (int left = run.landed(); left > 0; left--) {
      land(waiting.remove());
    }
  }

  private void land(Waiting settled) {
    memory.keep(plan, settled.checkpoint());
    settled.landed().accept(Landing.of(settled.checkpoint().rows()));
  }

  /// Lets the program land what it was given; rows since the last state may come again.
  @Override
  public void abort() {
    if (begun && !ended && !plan.generation().replaces()) {
      ended = true;
      try {
        run.end(false, clock.millis());
      } catch (GodwitException e) {
        // The stream has failed already, and is told why. What has landed counts.
      }
      settle();
    }
  }

  @Override
  public void close() {
    run.close();
    settle();
  }
}
