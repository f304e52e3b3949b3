package dev.godwit.core.sync;

import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of one stream.
///
/// @param rowsRead rows that the source delivered
/// @param rowsCommitted rows that became durable
/// @param bytes of the rows read, as JSON
/// @param stateAfter the state that is now stored; null when the stream keeps none
/// @param error the first error; null when the stream succeeded
/// @param failures how many slices failed, or 1 when the stream failed as a whole
public record StreamReport(
    StreamPlan plan,
    long rowsRead,
    long rowsCommitted,
    long bytes,
    Traffic traffic,
    Duration duration,
    @Nullable StreamState stateAfter,
    @Nullable GodwitException error,
    int failures) {
  public boolean succeeded() {
    return error == null;
  }
}
