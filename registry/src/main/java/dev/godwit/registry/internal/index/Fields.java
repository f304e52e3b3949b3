package dev.godwit.registry.internal.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An object of a registry. What is missing or of another type than expected counts as not said.
record Fields(Map<String, @Nullable Object> values) {
  private static final Fields NONE = new Fields(Map.of());

  static Fields of(@Nullable Object value) {
    return value instanceof Map<?, ?> object ? new Fields(byName(object)) : NONE;
  }

  private static Map<String, @Nullable Object> byName(Map<?, ?> object) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    object.forEach((key, value) -> fields.put(String.valueOf(key), value));
    return fields;
  }

  @Nullable String text(String key) {
    return values.get(key) instanceof String text && !text.isBlank() ? text : null;
  }

  boolean isTrue(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }

  Fields object(String key) {
    return of(values.get(key));
  }

  /// The elements that are texts.
  List<String> texts(String key) {
    return list(key).stream()
        .map(element -> element instanceof String text ? text : null)
        .filter(Objects::nonNull)
        .toList();
  }

  /// The elements that are objects.
  List<Fields> objects(String key) {
    return list(key).stream().filter(Map.class::isInstance).map(Fields::of).toList();
  }

  private List<?> list(String key) {
    return values.get(key) instanceof List<?> list ? list : List.of();
  }
}
