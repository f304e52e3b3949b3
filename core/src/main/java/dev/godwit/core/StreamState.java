package dev.godwit.core;

import dev.godwit.core.catalog.StreamName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a source needs to go on reading a stream where it stopped. The value is the source's own;
/// nobody else looks inside.
///
/// @param value JSON values; never changed after construction
public record StreamState(StreamName stream, Map<String, @Nullable Object> value) {}
