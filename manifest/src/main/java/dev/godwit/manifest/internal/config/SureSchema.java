package dev.godwit.manifest.internal.config;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Knows schemas that certainly are schemas of draft 7, by the keywords that nearly all of them
/// make do with. Comparing a schema with the draft's own takes a tenth of a short run.
final class SureSchema {
  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "null", "number", "object", "string");

  private static final Set<String> DRAFTS =
      Set.of("http://json-schema.org/draft-07/schema#", "http://json-schema.org/draft-07/schema");

  private SureSchema() {}

  /// Whether a value is a schema beyond doubt. One that is not may still be one.
  static boolean matches(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> schema)) {
      return value instanceof Boolean;
    }
    for (Map.Entry<?, ?> part : schema.entrySet()) {
      if (!(part.getKey() instanceof String keyword) || !matches(keyword, part.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String keyword, @Nullable Object value) {
    return switch (keyword) {
      case "$schema" -> value instanceof String draft && DRAFTS.contains(draft);
      case "$comment", "title", "description", "format", "pattern" -> value instanceof String;
      case "type" -> isType(value);
      case "required" -> value instanceof List<?> names && areTexts(names);
      case "properties", "definitions", "patternProperties" ->
          value instanceof Map<?, ?> schemas && areSchemas(schemas.values());
      case "items", "additionalProperties", "contains", "not", "if", "then", "else" ->
          matches(value);
      case "oneOf", "anyOf", "allOf" ->
          value instanceof List<?> schemas && !schemas.isEmpty() && areSchemas(schemas);
      case "enum", "examples" -> value instanceof List;
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> value instanceof Number;
      case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties" ->
          value instanceof Long count && count >= 0;
      case "readOnly", "uniqueItems" -> value instanceof Boolean;
      case "$id", "$ref", "multipleOf", "additionalItems", "dependencies", "propertyNames" -> false;
      case "contentMediaType", "contentEncoding" -> false;
      default -> true;
    };
  }

  private static boolean isType(@Nullable Object value) {
    return value instanceof List<?> types
        ? !types.isEmpty() && areTexts(types) && TYPES.containsAll(types)
        : value instanceof String type && TYPES.contains(type);
  }

  private static boolean areTexts(List<?> values) {
    return values.stream().allMatch(String.class::isInstance)
        && new HashSet<>(values).size() == values.size();
  }

  private static boolean areSchemas(Collection<?> values) {
    return values.stream().allMatch(SureSchema::matches);
  }
}
