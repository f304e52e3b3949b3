package dev.godwit.manifest.internal.stream;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.manifest.internal.request.Meter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands behind a name: one stream, or one of two. Thread-safe; each reading has its own
/// cursor.
sealed interface ReadableStream permits ManifestStream, DelegatingStream {
  StreamName name();

  /// Begins a reading.
  ///
  /// @param state empty for a first reading
  ManifestStreamReader read(Map<String, @Nullable Object> state, Meter meter);

  /// The name of the cursor in a row where there is a state to go on from; null for a stream
  /// without one.
  @Nullable String cursorField();
}
