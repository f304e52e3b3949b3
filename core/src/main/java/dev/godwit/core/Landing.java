package dev.godwit.core;

import org.jspecify.annotations.Nullable;

/// What a commit has done.
///
/// @param rows that landed where they belong, counted there, before duplicates of a key are merged
/// @param aside rows that arrived with the checkpoint but belong elsewhere
/// @param unmatched how many of the rows were to change a row that is not there
/// @param replacement what took the place of what; null for a commit that replaced nothing
public record Landing(long rows, Aside aside, long unmatched, @Nullable Replacement replacement) {
  /// Rows that joined others.
  public static Landing of(long rows) {
    return new Landing(rows, Aside.NONE, 0, null);
  }

  /// Rows of which some were to change rows that are not there.
  public static Landing of(long rows, long unmatched) {
    return new Landing(rows, Aside.NONE, unmatched, null);
  }

  /// This landing, with what was replaced by it.
  public Landing with(Replacement other) {
    return new Landing(rows, aside, unmatched, other);
  }

  /// This landing, with rows that went elsewhere.
  public Landing with(Aside other) {
    return new Landing(rows, other, unmatched, replacement);
  }

  /// All rows that arrived with the checkpoint.
  public long arrived() {
    return rows + aside.quarantined() + aside.discarded();
  }

  /// The rows that counted before, and those that count now.
  public record Replacement(long before, long after) {}

  /// Rows that did not land where they belong.
  ///
  /// @param quarantined that landed in quarantine
  /// @param discarded that the stream's policy leaves out
  public record Aside(long quarantined, long discarded) {
    public static final Aside NONE = new Aside(0, 0);

    public Aside plus(Aside other) {
      return new Aside(quarantined + other.quarantined, discarded + other.discarded);
    }
  }
}
