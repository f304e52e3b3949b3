package dev.godwit.core;

import org.jspecify.annotations.Nullable;

/// A stretch of a stream's cursor, as the source's bounds take it.
///
/// @param from the first value, for example `2024-01-01`
/// @param to the last value; null for the present
public record CursorRange(String from, @Nullable String to) {
  /// The range in words for people.
  public String describe() {
    return "from " + from + (to == null ? "" : " to " + to);
  }
}
