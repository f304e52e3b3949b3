package dev.godwit.core;

import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.StreamShape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a destination has stored about a stream.
///
/// @param state what was committed with the stream's rows; null where it was never synced or keeps
///   none, and where it can't be read
/// @param generation number of the newest generation that was completed or added to
/// @param unfinished a replacement of the rows that has begun and can be gone on with; null where
///   there is none
/// @param shape what the stream looked like when it last landed; null where nobody knows
/// @param damage why the state can't be read; null where it can
public record StoredStream(
    @Nullable StreamState state,
    long generation,
    @Nullable Unfinished unfinished,
    @Nullable StreamShape shape,
    @Nullable GodwitException damage) {
  /// A stream that was never synced.
  public static final StoredStream NONE = new StoredStream(null, 0, null);

  /// A stream whose state can be read.
  public StoredStream(
      @Nullable StreamState state,
      long generation,
      @Nullable Unfinished unfinished,
      @Nullable StreamShape shape) {
    this(state, generation, unfinished, shape, null);
  }

  /// A stream of which nobody knows what it looked like.
  public StoredStream(
      @Nullable StreamState state, long generation, @Nullable Unfinished unfinished) {
    this(state, generation, unfinished, null);
  }

  /// This, for somebody who needs the state.
  ///
  /// @throws GodwitException CONFIG `destination.bad-state` where it can't be read
  public StoredStream readable() {
    if (damage != null) {
      throw damage;
    }
    return this;
  }

  /// Rows that collect beside the old ones until the stream is complete.
  ///
  /// @param generation their number
  /// @param state where to go on
  /// @param begun when the first of them were committed
  public record Unfinished(
      long generation, SyncMode syncMode, WriteMode writeMode, StreamState state, Instant begun) {}
}
