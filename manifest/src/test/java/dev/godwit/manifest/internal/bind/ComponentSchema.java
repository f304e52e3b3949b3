package dev.godwit.manifest.internal.bind;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The definitions of the reference's component schema.
///
/// @param definitions by name, that of the root included
record ComponentSchema(Map<String, Definition> definitions) {
  private static final Set<String> NO_FIELDS = Set.of("type", "$parameters");

  /// An object with properties.
  record Definition(Map<String, Object> schema) {
    Map<String, Map<String, Object>> properties() {
      Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
      object(schema.getOrDefault("properties", Map.of()))
          .forEach((name, property) -> properties.put(name, object(property)));
      properties.keySet().removeAll(NO_FIELDS);
      return properties;
    }

    Set<String> required() {
      Set<String> required = new HashSet<>(texts(schema.getOrDefault("required", List.of())));
      required.removeAll(NO_FIELDS);
      return required;
    }

    /// The constant that a component's `type` must be, or null where it has none.
    @Nullable String type() {
      Object type = object(schema.getOrDefault("properties", Map.of())).get("type");
      return type != null && object(type).get("enum") instanceof List<?> names && names.size() == 1
          ? String.valueOf(names.getFirst())
          : null;
    }
  }

  static ComponentSchema of(Map<String, Object> root) {
    Map<String, Definition> definitions = new LinkedHashMap<>();
    object(Objects.requireNonNull(root.get("definitions")))
        .forEach((name, schema) -> definitions.put(name, new Definition(object(schema))));
    definitions.put("DeclarativeSource", new Definition(root));
    return new ComponentSchema(definitions);
  }

  /// The names of definitions that are objects with properties of their own, or at least with a
  /// `type`.
  Set<String> components() {
    return definitions.entrySet().stream()
        .filter(entry -> entry.getValue().schema().containsKey("properties"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What a property takes, in the words of {@link Shape}.
  Set<String> shape(Map<String, Object> schema) {
    if (schema.get("$ref") instanceof String reference) {
      return referenced(reference.substring(reference.lastIndexOf('/') + 1));
    }
    if (schema.get("anyOf") instanceof List<?> alternatives) {
      return Shape.union(alternatives.stream().map(one -> shape(object(one))).toList());
    }
    if (schema.get("enum") instanceof List<?> constants) {
      return Shape.words("enum:" + String.join("|", texts(constants)));
    }
    if (schema.get("type") instanceof List<?> types) {
      return types.contains("null")
          ? Shape.words("any")
          : Shape.union(
              types.stream().map(type -> shape(Map.of("type", String.valueOf(type)))).toList());
    }
    if (schema.containsKey("properties")) {
      return Shape.words("inline");
    }
    return switch (String.valueOf(schema.get("type"))) {
      case "array" ->
          Shape.words(
              "[" + Shape.join(shape(object(Objects.requireNonNull(schema.get("items"))))) + "]");
      case "object" ->
          schema.get("additionalProperties") instanceof Map<?, ?> values
              ? Shape.words("{" + Shape.join(shape(object(values))) + "}")
              : Shape.words("object");
      case String word -> Shape.words(word);
    };
  }

  private Set<String> referenced(String name) {
    Map<String, Object> schema = Objects.requireNonNull(definitions.get(name)).schema();
    if (name.equals("PrimaryKey") || schema.containsKey("properties")) {
      return Shape.words(name);
    }
    return shape(schema);
  }

  @SuppressWarnings("unchecked") // JSON objects have names for keys
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  static List<String> texts(Object values) {
    return ((List<?>) values).stream().map(String::valueOf).toList();
  }
}
