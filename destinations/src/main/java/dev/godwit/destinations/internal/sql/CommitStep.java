package dev.godwit.destinations.internal.sql;

/// The steps of a commit, in their order. A process may die after any of them, and tests see to it
/// that it does.
public enum CommitStep {
  /// All rows lie in files.
  STAGED,
  /// A transaction is open. Where rows land before their checkpoint, this comes first.
  BEGUN,
  /// The rows are in a table.
  LANDED,
  /// That table has taken the place of the stream's own; only where rows replace others.
  REPLACED,
  /// The state is in its table.
  STATE_WRITTEN,
  /// All of it is durable.
  COMMITTED;

  /// Hears of steps, on the session's thread.
  @FunctionalInterface
  public interface Listener {
    Listener SILENT = step -> {};

    void reached(CommitStep step);
  }
}
