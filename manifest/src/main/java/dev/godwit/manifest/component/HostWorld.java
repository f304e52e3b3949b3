package dev.godwit.manifest.component;

import dev.godwit.core.Surroundings;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What components of a source may see and use.
///
/// @param config the configuration as it is now, with secrets
/// @param renewed has a configuration kept in which a component has renewed credentials, and puts
///   it in the place of the present one
/// @param http sends what components ask for
public record HostWorld(
    Supplier<Map<String, @Nullable Object>> config,
    Consumer<Map<String, @Nullable Object>> renewed,
    Surroundings surroundings,
    HttpLink http) {}
