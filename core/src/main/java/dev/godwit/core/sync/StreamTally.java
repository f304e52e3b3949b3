package dev.godwit.core.sync;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Landing;
import dev.godwit.core.RowCounts;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds up what happens to one stream. For one thread.
final class StreamTally {
  private final StreamPlan plan;
  private final long started = System.nanoTime();
  private RowCounts rows = RowCounts.NONE;
  private long bytes;
  private int failures;
  private Traffic traffic = Traffic.NONE;
  private final List<String> warnings = new ArrayList<>();
  private @Nullable StreamState stateAfter;
  private @Nullable GodwitException firstError;

  StreamTally(StreamPlan plan) {
    this.plan = plan;
    this.stateAfter = plan.state();
  }

  void read(Signal.Rows batch) {
    rows = rows.read(batch.read(), batch.mapped());
    bytes += batch.readBytes();
  }

  void committed(Checkpoint checkpoint, Landing landing) {
    rows = rows.landed(landing);
    if (checkpoint.state() != null) {
      stateAfter = checkpoint.state();
    }
  }

  void failure(GodwitException error) {
    failures++;
    if (firstError == null) {
      firstError = error;
    }
  }

  void warning(String text) {
    warnings.add(text);
  }

  void traffic(Traffic total) {
    traffic = total;
  }

  boolean failed() {
    return firstError != null;
  }

  StreamReport report() {
    return new StreamReport(
        plan,
        1,
        rows,
        bytes,
        traffic,
        Duration.ofNanos(System.nanoTime() - started),
        stateAfter,
        firstError,
        failures,
        warnings);
  }
}
