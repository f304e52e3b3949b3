package dev.godwit.registry.entry;

import org.jspecify.annotations.Nullable;

/// In which forms a connector may be had.
///
/// @param repository the repository of its container image, which its files are filed under, too
/// @param pythonPackage its name where Python packages come from; null where it is not there
/// @param declarative whether it is a manifest
/// @param language what it is written in, as the registry says; null where it does not
public record Packaging(
    String repository,
    @Nullable String pythonPackage,
    boolean declarative,
    @Nullable String language) {}
