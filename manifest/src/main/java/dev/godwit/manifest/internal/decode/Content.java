package dev.godwit.manifest.internal.decode;

import java.io.IOException;
import java.io.InputStream;

/// A form that bytes may have. Thread-safe.
interface Content {
  /// Begins to read; the result closes the stream.
  Bodies open(InputStream bytes) throws IOException;
}
