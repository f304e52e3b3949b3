package dev.godwit.manifest.internal.slice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One partition of a stream.
///
/// @param values its identity
/// @param extras what else requests may use
public record Partition(
    Map<String, @Nullable Object> values, Map<String, @Nullable Object> extras) {
  static final Partition WHOLE = new Partition(Map.of(), Map.of());
}
