package dev.godwit.core;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import org.jspecify.annotations.Nullable;

/// What a run will do with one stream.
///
/// @param generation what the rows of this run are to the rows before
/// @param state where reading starts; null for the beginning. For a generation that replaces
///   others, the place at which its own rows collected so far end
public record StreamPlan(
    ConfiguredStream stream, Generation generation, @Nullable StreamState state) {
  public StreamName name() {
    return stream.name();
  }
}
