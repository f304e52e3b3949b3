package dev.godwit.core.catalog;

import org.jspecify.annotations.Nullable;

/// What identifies a stream within a source.
///
/// @param namespace schema or database of the stream; null where the source knows none
/// @param name never empty
public record StreamName(@Nullable String namespace, String name) {
  public StreamName {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a stream needs a name");
    }
  }

  public static StreamName of(String name) {
    return new StreamName(null, name);
  }

  @Override
  public String toString() {
    return namespace == null ? name : namespace + "." + name;
  }
}
