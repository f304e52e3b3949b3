package dev.godwit.manifest.internal.slice;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the slices of one reading of a stream and knows its state. Threads as with {@link
/// dev.godwit.core.StreamReader}: one makes slices, many observe, one finishes.
public interface StreamCursor extends AutoCloseable {
  @Nullable Slice next() throws InterruptedException;

  /// Looks at the rows of a slice before they are handed on.
  void observe(Slice slice, JsonRows rows);

  /// Whether a row with this cursor value lies in the range that is read. Rows without a usable
  /// value always do.
  boolean admits(Slice slice, @Nullable Object value);

  void finish(Slice slice);

  /// The state of all finished slices; null while there is nothing to resume from.
  @Nullable Map<String, @Nullable Object> state();

  /// The state as children of the stream keep it in theirs, also where it is not worth storing by
  /// itself.
  Map<String, @Nullable Object> snapshot();

  /// The state after the last slice, be it read well or badly.
  Map<String, @Nullable Object> end();

  Duration stateInterval();

  @Override
  void close();
}
