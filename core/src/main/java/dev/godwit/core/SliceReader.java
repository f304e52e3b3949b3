package dev.godwit.core;

import org.jspecify.annotations.Nullable;

/// Pulls the rows of one slice. For one thread.
public interface SliceReader extends AutoCloseable {
  /// The next rows, or null at the end. Waits for the source.
  @Nullable RecordBatch next() throws InterruptedException;

  @Override
  void close();
}
