package dev.godwit.manifest.internal.language;

import dev.godwit.manifest.internal.bind.SpecTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words and turns of JSON Schema, and the names of the schema's definitions, which are parts of
/// addresses.
final class JsonSchema {
  /// What stands under `definitions` of a manifest.
  static final String FRAGMENT = "any-fragment";

  /// A text that is a reference.
  static final String REFERENCE = "any-reference";

  private JsonSchema() {}

  /// An object of names and values in turn.
  static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }

  static Map<String, @Nullable Object> to(String definition) {
    return object("$ref", "#/definitions/" + definition);
  }

  static Map<String, @Nullable Object> type(String type) {
    return object("type", type);
  }

  static Map<String, @Nullable Object> required(String field) {
    return object("required", List.of(field));
  }

  static Map<String, @Nullable Object> anyOf(List<Map<String, @Nullable Object>> schemas) {
    return schemas.size() == 1 ? schemas.getFirst() : object("anyOf", schemas);
  }

  /// Holds where the object says `type: name`.
  static Map<String, @Nullable Object> isOfType(String name) {
    return object("required", List.of("type"), "properties", object("type", object("const", name)));
  }

  /// The definition of a component's fields, none of which is required.
  static String fieldsOf(String component) {
    return component + ".fields";
  }

  /// The definition of a component's fields beside a reference, which may be one to another
  /// component.
  static String besideReference(String component) {
    return component + ".beside-reference";
  }

  static String familyName(Class<?> family) {
    return "any-" + SpecTypes.familyName(family).replace(' ', '-');
  }
}
