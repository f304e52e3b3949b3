package dev.godwit.manifest.port;

import dev.godwit.manifest.component.RecordTransformation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Metrics without a value, which an API writes as `-`, become null.
record EmptyMetrics() implements RecordTransformation {
  @Override
  @SuppressWarnings("unchecked")
  public void transform(Map<String, @Nullable Object> row, Map<String, @Nullable Object> slice) {
    if (row.get("metrics") instanceof Map<?, ?> metrics) {
      ((Map<String, @Nullable Object>) metrics)
          .replaceAll((name, value) -> "-".equals(value) ? null : value);
    }
  }
}
