package dev.godwit.core.sync;

import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;

/// What readers tell the writer of their stream.
sealed interface Signal {
  /// Room that the signal takes in the queue.
  default long bytes() {
    return 0;
  }

  record Rows(RecordBatch batch) implements Signal {
    @Override
    public long bytes() {
      return batch.bytes();
    }
  }

  record SliceEnded(Slice slice, long rows) implements Signal {}

  record SliceFailed(GodwitException error) implements Signal {}

  /// All readers are done.
  ///
  /// @param slices as many as were made
  /// @param madeAll whether making them came to its end
  record End(long slices, boolean madeAll) implements Signal {}
}
