package dev.godwit.core;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One reading of one stream: makes its slices, opens them, and knows the state that finished
/// slices add up to.
///
/// {@link #nextSlice} is called by one thread; {@link #finish}, {@link #state} and {@link #end} by
/// one other thread, the one that writes, so that state never runs ahead of rows; {@link #open} and
/// {@link #traffic} by any.
public interface StreamReader extends AutoCloseable {
  /// The next slice to read, or null when there is no more. May wait for the API: parents are read
  /// here.
  @Nullable Slice nextSlice() throws InterruptedException;

  /// Opens a slice for reading by one thread.
  SliceReader open(Slice slice);

  /// Notes that every row of `slice` has reached the destination.
  void finish(Slice slice);

  /// The state that all finished slices add up to; null while there is nothing to resume from.
  @Nullable StreamState state();

  /// How long to wait between states where making one is expensive (many partitions); zero where it
  /// is cheap.
  Duration stateInterval();

  /// The last state of this reading, asked for once, after the last slice has ended, be it well or
  /// badly.
  ///
  /// @param extent COMPLETE when every slice was read to its end
  @Nullable StreamState end(Checkpoint.Extent extent);

  Traffic traffic();

  /// Something that is equal to what it was before only while the source shows no life. Asked for
  /// by any thread.
  default Object signOfLife() {
    return traffic();
  }

  /// Has `listener` run whenever the limits of the API make this reading wait, on the thread that
  /// waits. Called before anything is read.
  default void onRateLimit(Runnable listener) {}

  /// Has `listener` hear of each wait when it begins, on the thread that waits. Called before
  /// anything is read.
  default void onPause(Consumer<Pause> listener) {}

  @Override
  void close();
}
