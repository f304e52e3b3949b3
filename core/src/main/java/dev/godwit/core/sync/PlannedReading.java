package dev.godwit.core.sync;

import dev.godwit.core.CursorRange;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamReader;

/// Opens streams for what a plan has of them.
public final class PlannedReading {
  private PlannedReading() {}

  /// A reading of a stream, or of the part of it that the plan reads again. The caller closes it.
  public static StreamReader open(Source source, StreamPlan plan) {
    CursorRange range = plan.range();
    StreamReader reader =
        range == null || range.from() == null
            ? source.open(plan.read(), plan.state())
            : source.open(plan.read(), range, plan.state());
    return range == null || range.partitions().isEmpty()
        ? reader
        : new PartitionReader(reader, range, plan.state() != null);
  }
}
