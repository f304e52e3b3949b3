package dev.godwit.manifest.internal.slice;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A partition's identity as text: its JSON with sorted keys. `1` and `"1"` differ.
record PartitionKey(String json) {
  static PartitionKey of(Map<String, ? extends @Nullable Object> partition) {
    return new PartitionKey(JsonWriter.text(sorted(partition)));
  }

  @SuppressWarnings("unchecked")
  Map<String, @Nullable Object> partition() {
    Object parsed = JsonParser.LENIENT.parse(json);
    return parsed instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> byKey = new TreeMap<>();
        map.forEach((key, inner) -> byKey.put(String.valueOf(key), sorted(inner)));
        yield new LinkedHashMap<>(byKey);
      }
      case List<?> list -> list.stream().map(PartitionKey::sorted).toList();
      case null, default -> value;
    };
  }
}
