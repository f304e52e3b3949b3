package dev.godwit.manifest.internal.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fetches a list of which a row holds only the beginning. Thread-safe.
@FunctionalInterface
public interface RestOfList {
  /// The elements of the whole list, fetched page by page as they are asked for.
  ///
  /// @param parent the row that holds the beginning
  Elements of(Map<String, @Nullable Object> parent, Occasion occasion);

  /// Elements one after the other. For one thread.
  interface Elements {
    /// The next element; null at the end.
    @Nullable Map<String, @Nullable Object> next() throws InterruptedException;
  }
}
