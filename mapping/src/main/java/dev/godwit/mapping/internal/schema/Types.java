package dev.godwit.mapping.internal.schema;

import dev.godwit.core.json.JsonKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The types in schemas of fields.
public final class Types {
  private static final List<String> UNIONS = List.of("anyOf", "oneOf", "allOf", "$ref");

  private Types() {}

  /// What values may be, null left out; all kinds where that is not said.
  public static Set<JsonKind> kinds(Map<String, @Nullable Object> schema) {
    Set<JsonKind> kinds = EnumSet.noneOf(JsonKind.class);
    for (Object name : names(schema)) {
      switch (String.valueOf(name)) {
        case "string" -> kinds.add(JsonKind.STRING);
        case "integer", "number" -> kinds.add(JsonKind.NUMBER);
        case "boolean" -> kinds.add(JsonKind.BOOLEAN);
        case "object" -> kinds.add(JsonKind.OBJECT);
        case "array" -> kinds.add(JsonKind.ARRAY);
        case "null" -> {}
        default -> kinds.addAll(EnumSet.allOf(JsonKind.class));
      }
    }
    if (kinds.isEmpty()) {
      kinds.addAll(EnumSet.allOf(JsonKind.class));
    }
    kinds.remove(JsonKind.NULL);
    return kinds;
  }

  /// Whether values may be null, as far as the schema says.
  public static boolean isNullable(Map<String, @Nullable Object> schema) {
    List<?> names = names(schema);
    return names.isEmpty() || names.contains("null");
  }

  /// The same schema for values that may be missing.
  static Map<String, @Nullable Object> nullable(Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> copy = Json.copy(schema);
    if (!isNullable(schema)) {
      List<@Nullable Object> types = new ArrayList<>(names(schema));
      types.add("null");
      copy.put("type", types);
    }
    return copy;
  }

  private static List<?> names(Map<String, @Nullable Object> schema) {
    return switch (schema.get("type")) {
      case List<?> several -> several;
      case null -> List.of();
      case Object one -> List.of(one);
    };
  }

  /// Whether a schema describes values by other schemas.
  static boolean isUnion(Map<String, @Nullable Object> schema) {
    return UNIONS.stream().anyMatch(schema::containsKey);
  }

  /// A schema of one type, nullable where `before` was. Nothing else of that one stays but what it
  /// says to people: its examples and bounds tell of other values.
  ///
  /// @param keywords pairs besides the type: `format`, `date`
  public static Map<String, @Nullable Object> retyped(
      Map<String, @Nullable Object> before, String type, String... keywords) {
    Map<String, @Nullable Object> schema = of(type, isNullable(before), keywords);
    for (String kept : List.of("title", "description")) {
      if (before.containsKey(kept)) {
        schema.put(kept, before.get(kept));
      }
    }
    return schema;
  }

  public static Map<String, @Nullable Object> of(
      String type, boolean nullable, String... keywords) {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", nullable ? new ArrayList<>(List.of(type, "null")) : type);
    for (int i = 0; i < keywords.length; i += 2) {
      schema.put(keywords[i], keywords[i + 1]);
    }
    return schema;
  }
}
