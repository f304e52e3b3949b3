package dev.godwit.core;

/// Rows of one slice: the only thing that crosses module boundaries. Whoever receives a batch owns
/// it; nobody changes it. Safe to hand from thread to thread.
public sealed interface RecordBatch permits JsonRows {
  Slice slice();

  /// Number of rows, at least 1.
  int rows();

  /// Memory that the rows take, in bytes; what queues are bounded by.
  long bytes();

  /// When the rows were read, in milliseconds since 1970.
  long emittedAt();

  /// The first rows of this batch, over the same memory.
  ///
  /// @param most at least 1
  RecordBatch first(int most);
}
