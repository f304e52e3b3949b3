package dev.godwit.core;

import dev.godwit.core.catalog.StreamName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Remembers what was committed of streams, for destinations that remember nothing themselves. Safe
/// for use by several threads, one a stream.
public interface StreamMemory {
  /// As {@link Destination#stored}.
  StoredStream stored(StreamName stream);

  /// As {@link Destination#backfill}.
  @Nullable StreamState backfill(StreamName stream, CursorRange range);

  /// As {@link Destination#streams}.
  List<StreamName> streams();

  /// Keeps what a commit has made durable, in one step.
  void keep(StreamPlan plan, Checkpoint checkpoint);

  /// Forgets a stream but for the number of its generation, which is one higher then.
  void forget(StreamName stream);
}
