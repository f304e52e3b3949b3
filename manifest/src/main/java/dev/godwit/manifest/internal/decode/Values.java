package dev.godwit.manifest.internal.decode;

import dev.godwit.core.json.JsonBuffer;
import java.io.IOException;

/// Reads one value after the other. For one thread.
interface Values extends AutoCloseable {
  /// Appends the next value as JSON, or nothing at the end.
  ///
  /// @return whether there was one
  boolean next(JsonBuffer target) throws IOException;

  @Override
  void close() throws IOException;
}
