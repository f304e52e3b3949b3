package dev.godwit.manifest.internal.property;

import dev.godwit.core.JsonRows;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the rows of one page together that come in parts. For one thread.
public final class RowMerge {
  private final RowKey key;
  private final Map<String, Map<String, @Nullable Object>> merged = new LinkedHashMap<>();

  public RowMerge(Chunking chunking) {
    this.key = chunking.merge();
  }

  /// Takes the parts out of `rows`.
  ///
  /// @return the rows that have no key and stay alone; null when there are none
  public @Nullable JsonRows take(JsonRows rows) {
    JsonRows.Builder alone = new JsonRows.Builder();
    for (int row = 0; row < rows.rows(); row++) {
      Map<String, @Nullable Object> fields = parse(rows, row);
      String name = key.of(fields);
      if (name == null) {
        alone.add(rows.start(row), rows.end(row));
      } else {
        merge(merged.computeIfAbsent(name, _ -> new LinkedHashMap<>()), fields);
      }
    }
    return alone.build(rows.slice(), rows.page(), rows.emittedAt());
  }

  /// The rows that have become whole, in the order of their first parts; null when there are none.
  ///
  /// @param like a batch that says which slice they belong to and when they were read
  public @Nullable JsonRows whole(JsonRows like) {
    JsonBuffer buffer = new JsonBuffer();
    JsonRows.Builder builder = new JsonRows.Builder();
    for (Map<String, @Nullable Object> row : merged.values()) {
      int start = buffer.length();
      JsonWriter.write(row, buffer);
      builder.add(start, buffer.length());
    }
    return builder.build(like.slice(), buffer.toBytes(), like.emittedAt());
  }

  @SuppressWarnings("unchecked")
  private static void merge(
      Map<String, @Nullable Object> target, Map<String, ? extends @Nullable Object> part) {
    part.forEach((field, value) -> {
      if (target.get(field) instanceof Map<?, ?> left && value instanceof Map<?, ?> right) {
        merge((Map<String, @Nullable Object>) left, (Map<String, @Nullable Object>) right);
      } else {
        target.put(field, value);
      }
    });
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> parse(JsonRows rows, int row) {
    Object parsed = JsonParser.STRICT.parse(rows.page(), rows.start(row), rows.end(row));
    return parsed instanceof Map<?, ?> fields ? (Map<String, @Nullable Object>) fields : Map.of();
  }
}
