package dev.godwit.session;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to record.
///
/// @param streams by name; empty for all
/// @param states where streams begin, by name
/// @param limit how many rows of each stream at most; null for all
/// @param mostBytes of all bodies, and of the file
/// @param secretNames of fields and headers that hold secrets, beside those that are known
public record RecordingWishes(
    List<String> streams,
    Map<String, Map<String, @Nullable Object>> states,
    @Nullable Long limit,
    long mostBytes,
    Set<String> secretNames) {}
