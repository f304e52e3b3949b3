package dev.godwit.core;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import org.jspecify.annotations.Nullable;

/// What a run will do with one stream.
///
/// @param state where reading starts; null for the beginning
public record StreamPlan(ConfiguredStream stream, @Nullable StreamState state) {
  public StreamName name() {
    return stream.name();
  }
}
