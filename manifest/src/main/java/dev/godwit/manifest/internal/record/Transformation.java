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
}
