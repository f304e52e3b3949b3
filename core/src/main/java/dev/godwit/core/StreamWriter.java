package dev.godwit.core;

/// Writes one stream of one run. For one thread.
public interface StreamWriter extends AutoCloseable {
  /// Takes rows. They stay invisible until a checkpoint names their slice as finished.
  void append(RecordBatch batch);

  /// Makes the rows of the finished slices and the state durable, both or neither. A COMPLETE
  /// checkpoint also ends a replacement: from then on readers see the new rows instead of the old
  /// ones.
  ///
  /// A writer that can take a commit back asks {@link Checkpoint#requireAll} before it.
  ///
  /// @return how many rows arrived with this checkpoint, counted where they landed, before
  ///   duplicates of a key are merged
  long commit(Checkpoint checkpoint);

  /// Forgets what was not committed. Rows that were visible before stay as they are.
  void abort();

  /// Releases what the writer holds; without a commit before, as {@link #abort()}.
  @Override
  void close();
}
