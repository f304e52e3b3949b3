package dev.godwit.mapping.contract;

import org.jspecify.annotations.Nullable;

/// Something in a contract that a stream's schema contradicts.
///
/// @param code stable, as those of errors
/// @param field null where it is the whole stream
/// @param message a sentence
public record Violation(String code, @Nullable String field, String message) {}
