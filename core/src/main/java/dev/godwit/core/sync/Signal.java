package dev.godwit.core.sync;

import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;

/// What readers tell the writer of their stream.
sealed interface Signal {
  /// Room that the signal takes in the queue.
  default long bytes() {
    return 0;
  }

  /// Rows that were read and mapped.
  ///
  /// @param read how many were read, with those that the mapping left out
  /// @param readBytes their length as JSON
  record Rows(Slice slice, Mapped mapped, int read, long readBytes) implements Signal {
    static Rows of(RecordBatch batch, Mapped mapped) {
      return new Rows(batch.slice(), mapped, batch.rows(), batch.bytes());
    }

    @Override
    public long bytes() {
      return mapped.bytes();
    }
  }

  /// A slice was read to its end.
  ///
  /// @param rows that were read
  record SliceEnded(Slice slice, long rows) implements Signal {}

  record SliceFailed(GodwitException error) implements Signal {}

  /// All readers are done.
  ///
  /// @param slices as many as were made
  /// @param madeAll whether making them came to its end
  record End(long slices, boolean madeAll) implements Signal {}
}
