package dev.godwit.core;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one stream in one run, as a destination keeps it for later.
///
/// @param run the same for all streams of a run, and for no other run
/// @param attempts how often the stream was tried
/// @param rows what became of them
/// @param duration from the stream's first request to its last commit
/// @param stateAfter the state that was stored at the end; null when the stream keeps none
/// @param outcome `succeeded`, or the code of the error
/// @param problem what went wrong, in words without rows and secrets; null when nothing did
public record RunEntry(
    String run,
    StreamPlan plan,
    Delivery delivery,
    int attempts,
    RowCounts rows,
    Traffic traffic,
    Duration duration,
    @Nullable StreamState stateAfter,
    String outcome,
    @Nullable String problem,
    List<String> warnings) {
  public RunEntry {
    warnings = List.copyOf(warnings);
  }
}
