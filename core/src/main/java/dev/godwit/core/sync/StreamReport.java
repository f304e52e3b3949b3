package dev.godwit.core.sync;

import dev.godwit.core.RowCounts;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What became of one stream.
///
/// @param attempts how often it was tried
/// @param rows what became of them
/// @param bytes of the rows read, as JSON
/// @param stateAfter the state that is now stored; null when the stream keeps none
/// @param error the first error; null when the stream succeeded
/// @param failures how many slices failed in the last attempt, or 1 when the stream failed as a
///   whole
/// @param warnings what people should know about a stream that succeeded all the same
public record StreamReport(
    StreamPlan plan,
    int attempts,
    RowCounts rows,
    long bytes,
    Traffic traffic,
    Duration duration,
    @Nullable StreamState stateAfter,
    @Nullable GodwitException error,
    int failures,
    List<String> warnings) {
  public StreamReport {
    warnings = List.copyOf(warnings);
  }

  /// Rows that the source delivered.
  public long rowsRead() {
    return rows.read();
  }

  /// Rows that became durable where they belong.
  public long rowsCommitted() {
    return rows.committed();
  }

  public boolean succeeded() {
    return error == null;
  }

  /// Whether something was committed that another attempt need not read again.
  boolean hasProgressed() {
    return rows.committed() > 0 && stateAfter != null && !stateAfter.equals(plan.state());
  }

  /// Rows that another attempt adds to.
  long rowsKept() {
    return hasProgressed() ? rows.committed() : 0;
  }

  /// This report and that on the attempt that followed.
  StreamReport then(StreamReport next) {
    return new StreamReport(
        plan,
        attempts + next.attempts,
        (hasProgressed() ? rows : rows.withoutCommitted()).plus(next.rows),
        bytes + next.bytes,
        traffic.plus(next.traffic),
        duration.plus(next.duration),
        next.stateAfter,
        next.error,
        next.failures,
        Stream.concat(warnings.stream(), next.warnings.stream()).distinct().toList());
  }

  /// This report, with another error.
  StreamReport endedBy(GodwitException other) {
    return new StreamReport(
        plan, attempts, rows, bytes, traffic, duration, stateAfter, other, failures, warnings);
  }
}
