package dev.godwit.core;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import org.jspecify.annotations.Nullable;

/// What a run will do with one stream.
///
/// @param generation what the rows of this run are to the rows before
/// @param state where reading starts; null for the beginning. For a generation that replaces
///   others, the place at which its own rows collected so far end
/// @param range the stretch of the cursor that is read again, which leaves the stream's own state
///   as it is; null for a usual run
public record StreamPlan(
    ConfiguredStream stream,
    Generation generation,
    @Nullable StreamState state,
    @Nullable CursorRange range) {
  /// A usual run.
  public StreamPlan(ConfiguredStream stream, Generation generation, @Nullable StreamState state) {
    this(stream, generation, state, null);
  }

  /// This plan, gone on with from elsewhere.
  public StreamPlan from(@Nullable StreamState other) {
    return new StreamPlan(stream, generation, other, range);
  }

  public StreamName name() {
    return stream.name();
  }
}
