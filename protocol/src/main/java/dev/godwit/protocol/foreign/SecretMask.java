package dev.godwit.protocol.foreign;

import dev.godwit.core.ConnectorSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes the secrets of a configuration out of what its connector says: values that the spec marks
/// as secret, and those whose names say so.
record SecretMask(List<String> secrets) implements UnaryOperator<String> {
  private static final String MASKED = "****";

  /// Shorter values would take harmless words apart.
  private static final int SHORTEST = 4;

  private static final Pattern NAMES =
      Pattern.compile("(?i).*(password|passwd|secret|token|api_?key|private_?key|credential).*");

  static SecretMask of(ConnectorSpec spec, Map<String, @Nullable Object> config) {
    TreeSet<String> marked = new TreeSet<>();
    collectMarked(spec.connectionSpecification(), "", marked);
    TreeSet<String> secrets =
        new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    collect(config, false, marked, secrets);
    return new SecretMask(new ArrayList<>(secrets));
  }

  /// The names of fields that are marked, at whatever depth.
  private static void collectMarked(@Nullable Object schema, String name, TreeSet<String> marked) {
    switch (schema) {
      case Map<?, ?> map -> {
        if (Boolean.TRUE.equals(map.get("airbyte_secret"))) {
          marked.add(name);
        }
        map.forEach((key, value) -> collectMarked(value, String.valueOf(key), marked));
      }
      case List<?> list -> list.forEach(value -> collectMarked(value, name, marked));
      case null, default -> {}
    }
  }

  private static void collect(
      @Nullable Object value, boolean secret, TreeSet<String> marked, TreeSet<String> secrets) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((key, field) -> {
            String name = String.valueOf(key);
            boolean named = marked.contains(name) || NAMES.matcher(name).matches();
            collect(field, secret || (named && !(field instanceof Map)), marked, secrets);
          });
      case List<?> list -> list.forEach(entry -> collect(entry, secret, marked, secrets));
      case null -> {}
      default -> {
        String text = value.toString();
        if (secret && text.length() >= SHORTEST) {
          secrets.add(text);
        }
      }
    }
  }

  @Override
  public String apply(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASKED);
    }
    return masked;
  }

  @Override
  public String toString() {
    return secrets.size() + " secrets";
  }
}
