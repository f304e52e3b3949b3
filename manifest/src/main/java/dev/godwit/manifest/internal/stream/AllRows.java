package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.json.JsonParser;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Reads all slices of a stream one after the other and hands out its rows one by one.
final class AllRows {
  private AllRows() {}

  static void of(StreamReader reader, BiConsumer<Slice, Map<String, @Nullable Object>> each)
      throws InterruptedException {
    for (Slice slice = reader.nextSlice(); slice != null; slice = reader.nextSlice()) {
      try (SliceReader pages = reader.open(slice)) {
        for (RecordBatch batch = pages.next(); batch != null; batch = pages.next()) {
          switch (batch) {
            case JsonRows rows -> hand(rows, each);
          }
        }
      }
    }
  }

  /// The first row of the first slice that has any; null where none has.
  static @Nullable Map<String, @Nullable Object> first(StreamReader reader)
      throws InterruptedException {
    for (Slice slice = reader.nextSlice(); slice != null; slice = reader.nextSlice()) {
      try (SliceReader pages = reader.open(slice)) {
        RecordBatch batch = pages.next();
        if (batch != null) {
          return switch (batch) {
            case JsonRows rows -> row(rows, 0);
          };
        }
      }
    }
    return null;
  }

  private static void hand(JsonRows rows, BiConsumer<Slice, Map<String, @Nullable Object>> each) {
    for (int row = 0; row < rows.rows(); row++) {
      each.accept(rows.slice(), row(rows, row));
    }
  }

  /// Rows are always objects.
  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> row(JsonRows rows, int row) {
    Object value = JsonParser.STRICT.parse(rows.page(), rows.start(row), rows.end(row));
    return value instanceof Map<?, ?> fields ? (Map<String, @Nullable Object>) fields : Map.of();
  }
}
