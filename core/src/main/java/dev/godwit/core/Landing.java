package dev.godwit.core;

import org.jspecify.annotations.Nullable;

/// What a commit has done.
///
/// @param rows that landed where they belong, counted there, before duplicates of a key are merged
/// @param quarantined rows that landed in quarantine
/// @param unmatched how many of the rows were to change a row that is not there
/// @param replacement what took the place of what; null for a commit that replaced nothing
public record Landing(
    long rows, long quarantined, long unmatched, @Nullable Replacement replacement) {
  /// Rows that joined others.
  public static Landing of(long rows) {
    return new Landing(rows, 0, 0, null);
  }

  /// Rows of which some were to change rows that are not there.
  public static Landing of(long rows, long unmatched) {
    return new Landing(rows, 0, unmatched, null);
  }

  /// This landing, with what was replaced by it.
  public Landing with(Replacement other) {
    return new Landing(rows, quarantined, unmatched, other);
  }

  /// This landing, with rows that went to quarantine.
  public Landing withQuarantined(long other) {
    return new Landing(rows, other, unmatched, replacement);
  }

  /// All rows that arrived with the checkpoint.
  public long arrived() {
    return rows + quarantined;
  }

  /// The rows that counted before, and those that count now.
  public record Replacement(long before, long after) {}
}
