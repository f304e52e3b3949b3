package dev.godwit.given;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A schema that rows fit which were looked at. Every field may be null.
final class SeenSchema {
  private SeenSchema() {}

  static Map<String, @Nullable Object> of(List<Map<String, @Nullable Object>> rows) {
    Map<String, Set<String>> types = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> row : rows) {
      row.forEach((field, value) -> {
        Set<String> seen = types.computeIfAbsent(field, _ -> new LinkedHashSet<>());
        if (value != null) {
          seen.add(type(value));
        }
      });
    }
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    types.forEach((field, seen) -> properties.put(field, property(seen)));
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    return schema;
  }

  /// Fields that were always null are text.
  private static Map<String, @Nullable Object> property(Set<String> seen) {
    List<String> types = new ArrayList<>(seen.isEmpty() ? Set.of("string") : seen);
    if (types.contains("number")) {
      types.remove("integer");
    }
    types.add("null");
    Map<String, @Nullable Object> property = new LinkedHashMap<>();
    property.put("type", types);
    return property;
  }

  private static String type(Object value) {
    return switch (value) {
      case Boolean _ -> "boolean";
      case Long _, Integer _, BigInteger _ -> "integer";
      case Number _ -> "number";
      case Map<?, ?> _ -> "object";
      case List<?> _ -> "array";
      default -> "string";
    };
  }
}
