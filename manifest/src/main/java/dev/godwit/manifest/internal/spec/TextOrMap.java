package dev.godwit.manifest.internal.spec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a manifest writes as one template or as a map with templates in it.
public sealed interface TextOrMap<V extends @Nullable Object> {
  record Text<V extends @Nullable Object>(String value) implements TextOrMap<V> {}

  record Entries<V extends @Nullable Object>(Map<String, V> values) implements TextOrMap<V> {}
}
