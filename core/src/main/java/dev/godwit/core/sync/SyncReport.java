package dev.godwit.core.sync;

import dev.godwit.core.RowCounts;
import dev.godwit.core.SyncPlan;
import java.time.Duration;
import java.util.List;

/// What became of a run.
///
/// @param streams in the order of the plan
/// @param warnings what people should know about the run as a whole
public record SyncReport(
    SyncPlan plan, List<StreamReport> streams, Duration duration, List<String> warnings) {
  public SyncReport {
    streams = List.copyOf(streams);
    warnings = List.copyOf(warnings);
  }

  /// A report without warnings.
  public SyncReport(SyncPlan plan, List<StreamReport> streams, Duration duration) {
    this(plan, streams, duration, List.of());
  }

  public boolean succeeded() {
    return streams.stream().allMatch(StreamReport::succeeded);
  }

  public long rowsCommitted() {
    return rows().committed();
  }

  /// Of all streams together.
  public RowCounts rows() {
    return streams.stream().map(StreamReport::rows).reduce(RowCounts.NONE, RowCounts::plus);
  }
}
