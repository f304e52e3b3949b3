package dev.godwit.core;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A point of a stream at which its state may be stored, because every row that the state covers
/// has been delivered.
///
/// @param state what to resume from; null for a stream that keeps none
/// @param finished the slices with rows that ended since the last checkpoint; only their rows may
///   become visible with it
/// @param rows rows of those slices that the writer was given, rejected ones among them
/// @param extent whether the stream goes on, or this is the last checkpoint of a stream that was
///   read completely
/// @param shrinking how few rows may take the place of others
public record Checkpoint(
    StreamName stream,
    @Nullable StreamState state,
    List<Slice> finished,
    long rows,
    Extent extent,
    ShrinkPolicy shrinking) {
  public Checkpoint {
    finished = List.copyOf(finished);
  }

  /// Requires that as many rows landed as the writer was given. Destinations with transactions ask
  /// before they commit, so that a mismatch stores nothing.
  ///
  /// @throws GodwitException CONTRACT `sync.count-mismatch`
  public void requireAll(Landing landing) {
    if (landing.arrived() != rows) {
      throw GodwitException.contract(
              "sync.count-mismatch",
              "The source delivered %,d rows for this checkpoint, the destination counted %,d."
                  .formatted(rows, landing.arrived()))
          .hint("Run again; if it repeats, report it.");
    }
  }

  /// Requires that a replacement does not lose suspiciously many rows. Asked before it happens.
  ///
  /// @throws GodwitException CONTRACT `sync.refresh-shrunk`
  public void require(Landing.Replacement replacement) {
    shrinking.require(replacement);
  }

  /// How much of the stream a checkpoint covers.
  public enum Extent {
    PARTIAL,
    COMPLETE
  }
}
