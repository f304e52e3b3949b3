package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.slice.Router;
import dev.godwit.manifest.internal.slice.StreamCursor;
import org.jspecify.annotations.Nullable;

/// How the slices of a stream become rows. Thread-safe.
sealed interface Retrieval permits Retriever, JobRetriever, HostedRetriever {
  /// Cuts the stream into partitions; null for a stream with one partition.
  @Nullable Router router();

  /// Begins a reading.
  Reading begin(StreamCursor cursor, Meter meter);

  /// One reading: `next` is for one thread, `open` for any.
  interface Reading extends AutoCloseable {
    /// The next slice that can be opened, or null at the end.
    @Nullable Slice next() throws InterruptedException;

    SliceReader open(Slice slice);

    @Override
    void close();
  }
}
