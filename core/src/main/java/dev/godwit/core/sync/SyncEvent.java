package dev.godwit.core.sync;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Pause;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Something that happened to a stream while it was synced.
public sealed interface SyncEvent {
  StreamName stream();

  record StreamStarted(StreamName stream) implements SyncEvent {}

  /// A batch was read and handed to the writer. Counts are of the batch alone; traffic is of the
  /// stream so far.
  record RowsRead(StreamName stream, int rows, long bytes, Traffic traffic) implements SyncEvent {}

  /// The stream waits because its API allows no more requests at present.
  record RateLimited(StreamName stream) implements SyncEvent {}

  /// A slice begins to wait before it sends a request. Traffic is of the stream so far.
  record Paused(StreamName stream, Pause pause, Traffic traffic) implements SyncEvent {}

  /// Rows and state became durable.
  record Committed(StreamName stream, long rows) implements SyncEvent {}

  /// One slice failed. The other slices of the stream are still read.
  record SliceFailed(StreamName stream, GodwitException error) implements SyncEvent {}

  /// The stream failed and will be tried again.
  ///
  /// @param attempts how often it was tried
  /// @param pause before the next attempt
  record Retrying(StreamName stream, int attempts, Duration pause) implements SyncEvent {}

  /// Something that people should know about, although the stream goes on.
  record Warned(StreamName stream, String text) implements SyncEvent {}

  /// Nothing more will be read; the last commit follows.
  record ReadingEnded(StreamName stream, Checkpoint.Extent extent) implements SyncEvent {}

  /// The stream is over.
  ///
  /// @param error the first error; null when the stream succeeded
  record StreamEnded(StreamName stream, StreamReport report, @Nullable GodwitException error)
      implements SyncEvent {}
}
