package dev.godwit.core;

import org.jspecify.annotations.Nullable;

/// One reading of one stream: makes its slices, opens them, and knows the state that finished slices add up to.
///
/// {@link #nextSlice} is called by one thread at a time; everything else may be called by many.
public interface StreamReader extends AutoCloseable {
  /// The next slice to read, or null when there is no more. May wait for the API (parents are read here).
  @Nullable Slice nextSlice() throws InterruptedException;

  /// Opens a slice for reading by one thread.
  SliceReader open(Slice slice);

  /// Notes that every row of `slice` has been delivered.
  ///
  /// @return the state that now holds, or null when the stream has nothing new to store
  @Nullable StreamState finish(Slice slice);

  /// The last state of this reading, asked for after the last slice has ended, be it well or badly.
  ///
  /// @param extent COMPLETE when every slice was read to its end
  @Nullable StreamState end(Checkpoint.Extent extent);

  @Override
  void close();
}
