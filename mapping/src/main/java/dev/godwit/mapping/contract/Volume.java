package dev.godwit.mapping.contract;

import org.jspecify.annotations.Nullable;

/// How many rows a run brings.
///
/// @param min null for no bound
/// @param max null for no bound
/// @param onViolation never QUARANTINE
public record Volume(@Nullable Long min, @Nullable Long max, OnViolation onViolation) {}
