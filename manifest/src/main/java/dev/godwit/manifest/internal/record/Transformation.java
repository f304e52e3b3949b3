package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.template.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes a row in place. Thread-safe.
@FunctionalInterface
public interface Transformation {
  /// Transforms one row.
  ///
  /// @param scope holds the configuration, the slice and the row itself as `record`
  void apply(Map<String, @Nullable Object> row, Scope scope);

  /// The same transformation for the rows of one document, which may remember what is the same for
  /// all of them. For one thread.
  default Transformation forDocument() {
    return this;
  }

  /// The fields that it looks at and changes; null where that may be any.
  default @Nullable Footprint footprint() {
    return null;
  }
}
