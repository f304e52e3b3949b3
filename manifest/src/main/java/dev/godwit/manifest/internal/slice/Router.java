package dev.godwit.manifest.internal.slice;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.request.Meter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cuts a stream into partitions. Thread-safe; each reading opens its own.
public interface Router {
  /// Begins a reading of the partitions.
  ///
  /// @param state of the stream, from which parents that are read incrementally take theirs; empty
  ///   for a first reading
  /// @param meter counts what reading parents costs
  Partitions open(Map<String, @Nullable Object> state, Meter meter);

  /// Puts what identifies the slice's partition into a request.
  void addTo(Draft draft, Slice slice);
}
