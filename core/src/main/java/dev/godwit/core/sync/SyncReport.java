package dev.godwit.core.sync;

import dev.godwit.core.SyncPlan;
import java.time.Duration;
import java.util.List;

/// What became of a run.
///
/// @param streams in the order of the plan
public record SyncReport(SyncPlan plan, List<StreamReport> streams, Duration duration) {
  public SyncReport {
    streams = List.copyOf(streams);
  }

  public boolean succeeded() {
    return streams.stream().allMatch(StreamReport::succeeded);
  }

  public long rowsCommitted() {
    return streams.stream().mapToLong(StreamReport::rowsCommitted).sum();
  }
}
