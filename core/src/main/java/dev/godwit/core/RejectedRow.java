package dev.godwit.core;

import org.jspecify.annotations.Nullable;

/// A row that may not land where it belongs, and why.
///
/// @param row one compact JSON object in UTF-8 that may be stored: fields that were to be masked
///   are left out. Not to be changed
/// @param reason stable code, as those of errors
/// @param message what is wrong, in words without values of the row
/// @param field path of the field that is to blame; null where it is the whole row
/// @param emittedAt when the row was read, in milliseconds since 1970
@SuppressWarnings("ArrayRecordComponent") // rejected rows are handed on, never compared
public record RejectedRow(
    Slice slice,
    byte[] row,
    String reason,
    String message,
    @Nullable String field,
    long emittedAt) {}
