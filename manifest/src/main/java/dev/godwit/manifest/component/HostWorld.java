package dev.godwit.manifest.component;

import dev.godwit.core.Surroundings;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What components of a source may see and use.
///
/// @param config the configuration as it is now, with secrets
/// @param http sends what components ask for
public record HostWorld(
    Supplier<Map<String, @Nullable Object>> config, Surroundings surroundings, HttpLink http) {}
