package dev.godwit.mapping.internal.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Plain values of a JSON Schema.
final class Json {
  private Json() {}

  /// A copy that can be changed.
  static Map<String, @Nullable Object> copy(Map<?, ?> object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    object.forEach((key, value) -> copy.put(String.valueOf(key), copyValue(value)));
    return copy;
  }

  private static @Nullable Object copyValue(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> object -> copy(object);
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(item -> copy.add(copyValue(item)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  /// The object in a field of a schema that was copied; null where there is none.
  @SuppressWarnings("unchecked")
  static @Nullable Map<String, @Nullable Object> object(
      Map<String, @Nullable Object> schema, String key) {
    return schema.get(key) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
  }
}
