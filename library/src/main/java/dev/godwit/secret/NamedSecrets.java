package dev.godwit.secret;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Secrets in memory. It prints as its place.
record NamedSecrets(String place, Map<String, String> values) implements SecretResolver {
  NamedSecrets {
    values = Map.copyOf(values);
  }

  @Override
  public @Nullable Secret find(String name) {
    String value = values.get(name);
    return value == null || value.isEmpty() ? null : Secret.of(value);
  }

  @Override
  public String toString() {
    return place;
  }
}
