package dev.godwit.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a connector wants to be configured with.
///
/// @param documentationUrl where users read more; null when unknown
/// @param connectionSpecification JSON Schema of the configuration
/// @param advancedAuth how to get credentials with OAuth, in the protocol's form; null when there
///   is none
public record ConnectorSpec(
    @Nullable String documentationUrl,
    Map<String, @Nullable Object> connectionSpecification,
    @Nullable Map<String, @Nullable Object> advancedAuth) {}
