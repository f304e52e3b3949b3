package dev.godwit.manifest.internal.resolver;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.spec.RetrieverSpec;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Reads rows that are no stream of their own.
@FunctionalInterface
public interface RowSource {
  /// Reads all rows of a retriever, slice after slice.
  ///
  /// @param name what the retriever is called in errors and in what is kept of its answers
  void read(
      RetrieverSpec retriever, String name, BiConsumer<Slice, Map<String, @Nullable Object>> each)
      throws InterruptedException;
}
