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

  @SuppressWarnings("unchecked")
  private static void hand(JsonRows rows, BiConsumer<Slice, Map<String, @Nullable Object>> each) {
    for (int row = 0; row < rows.rows(); row++) {
      Object value = JsonParser.STRICT.parse(rows.page(), rows.start(row), rows.end(row));
      if (value instanceof Map<?, ?> fields) {
        each.accept(rows.slice(), (Map<String, @Nullable Object>) fields);
      }
    }
  }
}
