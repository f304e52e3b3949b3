package dev.godwit.protocol.message;

import dev.godwit.core.catalog.StreamName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whom a state is for. Values are the source's own; nobody else looks inside.
public sealed interface StateScope {
  /// One stream.
  ///
  /// @param value null when the stream is to begin anew
  record OneStream(StreamName stream, @Nullable Map<String, @Nullable Object> value)
      implements StateScope {}

  /// All streams together, as of sources that follow the log of a database.
  ///
  /// @param shared null when the streams share nothing
  record Global(@Nullable Map<String, @Nullable Object> shared, List<OneStream> streams)
      implements StateScope {}

  /// All streams together in one value, as sources had it once.
  record Legacy(Map<String, @Nullable Object> value) implements StateScope {}
}
