package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.request.Meter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Casts rows to a schema, which is compiled when the first row comes. Thread-safe.
final class Casting {
  private final StreamSchema schema;
  private volatile @Nullable Normalization compiled;

  Casting(StreamSchema schema) {
    this.schema = schema;
  }

  void apply(Map<String, @Nullable Object> row, Meter meter) throws InterruptedException {
    Normalization known = compiled;
    if (known == null) {
      known = Normalization.of(schema.load(meter));
      compiled = known;
    }
    known.apply(row);
  }
}
