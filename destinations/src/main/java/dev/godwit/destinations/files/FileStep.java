package dev.godwit.destinations.files;

/// What a commit does, one after the other.
enum FileStep {
  /// The new files are made, near the storage.
  MADE,
  /// The ledger says that they will come.
  ANNOUNCED,
  /// They are where they belong.
  STORED,
  /// The ledger has them, with the state.
  COMMITTED,
  /// What they replace is gone.
  CLEARED;

  /// Hears of the steps of every commit.
  @FunctionalInterface
  interface Listener {
    Listener SILENT = step -> {};

    void reached(FileStep step);
  }
}
