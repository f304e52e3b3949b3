package dev.godwit.registry.entry;

import org.jspecify.annotations.Nullable;

/// How far a connector is to be trusted. Every word is the registry's, and null where it has none.
///
/// @param supportLevel `certified`, `community`, `archived`
/// @param releaseStage `alpha`, `beta`, `generally_available`, `custom`
/// @param license of its code
/// @param releaseDate of its first release
/// @param successRate of syncs: `low`, `medium`, `high`
/// @param usage `low`, `medium`, `high`
public record Standing(
    @Nullable String supportLevel,
    @Nullable String releaseStage,
    @Nullable String license,
    @Nullable String releaseDate,
    @Nullable String successRate,
    @Nullable String usage) {}
