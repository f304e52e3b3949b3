package dev.godwit.core;

import org.jspecify.annotations.Nullable;

/// What a commit has done.
///
/// @param rows that arrived with the checkpoint, counted where they landed, before duplicates of a
///   key are merged
/// @param unmatched how many of them were to change a row that is not there
/// @param replacement what took the place of what; null for a commit that replaced nothing
public record Landing(long rows, long unmatched, @Nullable Replacement replacement) {
  /// Rows that joined others.
  public static Landing of(long rows) {
    return new Landing(rows, 0, null);
  }

  /// The rows that counted before, and those that count now.
  public record Replacement(long before, long after) {}
}
