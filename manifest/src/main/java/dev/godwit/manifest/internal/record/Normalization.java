package dev.godwit.manifest.internal.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the values of a row into the types that a schema states. Compiled once from the schema:
/// only `properties` and `items` are followed, as in the reference. Immutable.
final class Normalization {
  private final Target target;
  private final Map<String, Normalization> properties;
  private final @Nullable Normalization items;

  private Normalization(
      Target target, Map<String, Normalization> properties, @Nullable Normalization items) {
    this.target = target;
    this.properties = properties;
    this.items = items;
  }

  static Normalization of(Map<?, ?> schema) {
    Map<String, Normalization> properties = new LinkedHashMap<>();
    if (schema.get("properties") instanceof Map<?, ?> declared) {
      declared.forEach((name, type) -> {
        if (type instanceof Map<?, ?> inner) {
          properties.put(String.valueOf(name), of(inner));
        }
      });
    }
    Normalization items = schema.get("items") instanceof Map<?, ?> inner ? of(inner) : null;
    return new Normalization(Target.of(schema), properties, items);
  }

  /// Casts all that lies in a row, in place; the row itself stays an object.
  void apply(Map<String, @Nullable Object> row) {
    properties.forEach((name, property) -> {
      if (row.containsKey(name)) {
        row.put(name, property.cast(row.get(name)));
      }
    });
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object cast(@Nullable Object value) {
    Object cast = target.cast(value);
    if (cast instanceof Map<?, ?> map) {
      apply((Map<String, @Nullable Object>) map);
    } else if (cast instanceof List<?> list && items != null) {
      ((List<@Nullable Object>) list).replaceAll(items::cast);
    }
    return cast;
  }
}
