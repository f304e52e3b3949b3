package dev.godwit.manifest.internal.record;

import dev.godwit.core.json.JsonElements;
import dev.godwit.manifest.internal.decode.Body;
import org.jspecify.annotations.Nullable;

/// Finds the rows in a document. Thread-safe.
interface Extraction {
  /// The rows one by one.
  FoundRows rows(Body body, Occasion occasion);

  /// The rows as slices of bytes; null where they are only found one by one.
  default @Nullable JsonElements slices(Body body) {
    return null;
  }
}
