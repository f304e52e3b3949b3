package dev.godwit.manifest.internal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the values of a configuration that its schema declares as `airbyte_secret`, however deep,
/// and in whichever alternative of the schema.
public final class SecretValues {
  private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf", "allOf");

  private final List<String> found = new ArrayList<>();

  private SecretValues() {}

  /// The secrets of `config`, as texts.
  ///
  /// @param schema JSON schema of the configuration
  public static List<String> of(
      Map<String, @Nullable Object> schema, Map<String, @Nullable Object> config) {
    SecretValues values = new SecretValues();
    values.search(schema, config);
    return values.found;
  }

  private void search(@Nullable Object schema, @Nullable Object value) {
    if (!(schema instanceof Map<?, ?> rules) || value == null) {
      return;
    }
    if (Boolean.TRUE.equals(rules.get("airbyte_secret"))) {
      collect(value);
    }
    for (String kind : ALTERNATIVES) {
      if (rules.get(kind) instanceof List<?> alternatives) {
        alternatives.forEach(alternative -> search(alternative, value));
      }
    }
    if (value instanceof Map<?, ?> object && rules.get("properties") instanceof Map<?, ?> known) {
      known.forEach((name, rule) -> search(rule, object.get(name)));
    }
    if (value instanceof List<?> list) {
      list.forEach(element -> search(rules.get("items"), element));
    }
  }

  /// Everything below a secret is one too.
  private void collect(@Nullable Object value) {
    switch (value) {
      case Map<?, ?> object -> object.values().forEach(this::collect);
      case List<?> list -> list.forEach(this::collect);
      case String text -> found.add(text);
      case Number number -> found.add(number.toString());
      case null, default -> {}
    }
  }
}
