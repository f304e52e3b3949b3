package dev.godwit.manifest.internal.scope;

import dev.godwit.manifest.internal.python.Attributes;
import dev.godwit.manifest.internal.python.Missing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Headers of a response in which names compare without case.
///
/// @param entries must compare its keys without case
public record HeadersView(Map<String, String> entries) implements Attributes {
  @Override
  public @Nullable Object item(@Nullable Object key) {
    String value = key instanceof String name ? entries.get(name) : null;
    return value == null ? Missing.MISSING : value;
  }

  @Override
  public String typeName() {
    return "CaseInsensitiveDict";
  }
}
