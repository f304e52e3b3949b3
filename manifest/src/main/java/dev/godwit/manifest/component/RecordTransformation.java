package dev.godwit.manifest.component;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Stands for a `CustomTransformation`.
@FunctionalInterface
public non-sealed interface RecordTransformation extends JavaComponent {
  /// Changes a row in place.
  ///
  /// @param row JSON values: null, Boolean, Long, BigInteger, Double, String, List, Map
  /// @param slice the partition and the bounds of the slice that the row belongs to
  void transform(Map<String, @Nullable Object> row, Map<String, @Nullable Object> slice);
}
