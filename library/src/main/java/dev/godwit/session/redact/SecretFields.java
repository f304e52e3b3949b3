package dev.godwit.session.redact;

import dev.godwit.core.error.GodwitException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the secrets of a configuration: values of fields that the spec marks as `airbyte_secret`,
/// and of those whose names say so. Everything below such a field is a secret, too.
public final class SecretFields {
  /// Shorter values would take harmless words apart.
  private static final int SHORTEST = 4;

  private final SecretNames names;
  private final Map<String, Boolean> marked = new HashMap<>();
  private final Map<String, String> placeholders = new LinkedHashMap<>();

  private SecretFields(SecretNames names) {
    this.names = names;
  }

  /// The secrets with what takes their place.
  ///
  /// @param schema of the configuration
  /// @throws GodwitException CONFIG `session.short-secret` when a secret is too short to be told
  ///   from other text
  public static Map<String, String> of(
      Map<String, @Nullable Object> schema,
      Map<String, @Nullable Object> config,
      SecretNames names) {
    SecretFields fields = new SecretFields(names);
    fields.collectMarked(schema, "");
    fields.search(config, "", false, false);
    return fields.placeholders;
  }

  /// The names of marked fields at whatever depth, and whether the schema wants a certain form.
  private void collectMarked(@Nullable Object schema, String name) {
    switch (schema) {
      case Map<?, ?> map -> {
        if (Boolean.TRUE.equals(map.get("airbyte_secret"))) {
          boolean formed =
              List.of("pattern", "minLength", "maxLength", "format").stream()
                  .anyMatch(map::containsKey);
          marked.merge(name, formed, Boolean::logicalOr);
        }
        map.forEach((key, value) -> collectMarked(value, String.valueOf(key)));
      }
      case List<?> list -> list.forEach(value -> collectMarked(value, name));
      case null, default -> {}
    }
  }

  private void search(@Nullable Object value, String path, boolean secret, boolean formed) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((key, field) -> {
            String name = String.valueOf(key);
            boolean isGroup = field instanceof Map && !marked.containsKey(name);
            boolean named = marked.containsKey(name) || (!isGroup && names.isField(name));
            search(
                field,
                path.isEmpty() ? name : path + "." + name,
                secret || named,
                formed || marked.getOrDefault(name, false));
          });
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          search(list.get(i), path + "." + i, secret, formed);
        }
      }
      case String text when secret && !text.isEmpty() -> add(text, path, formed);
      case Number number when secret -> add(number.toString(), path, formed);
      case null, default -> {}
    }
  }

  private void add(String value, String path, boolean formed) {
    if (value.length() < SHORTEST) {
      throw GodwitException.config(
              "session.short-secret",
              "The secret %s has fewer than %d characters and cannot be told from other text."
                  .formatted(path, SHORTEST))
          .hint("Record with a longer one, or leave it out.");
    }
    placeholders.putIfAbsent(
        value,
        PrivateKeyText.isOne(value)
            ? PrivateKeyText.placeholder(path, value)
            : formed ? Placeholder.shaped(value) : Placeholder.of(path));
  }
}
