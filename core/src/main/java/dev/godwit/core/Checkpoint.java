package dev.godwit.core;

import dev.godwit.core.catalog.StreamName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A point of a stream at which its state may be stored, because every row that the state covers has been delivered.
///
/// @param state what to resume from; null for a stream that keeps none
/// @param finished the slices that ended since the last checkpoint; only their rows may become visible with it
/// @param rows rows of those slices, as counted where they were read
/// @param extent whether the stream goes on, or this is the last checkpoint of a stream that was read completely
public record Checkpoint(
    StreamName stream, @Nullable StreamState state, List<Slice> finished, long rows, Extent extent) {
  public Checkpoint {
    finished = List.copyOf(finished);
  }

  /// How much of the stream a checkpoint covers.
  public enum Extent {
    PARTIAL,
    COMPLETE
  }
}
