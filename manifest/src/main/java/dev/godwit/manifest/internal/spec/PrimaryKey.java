package dev.godwit.manifest.internal.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The identity of a stream's rows. A manifest writes it as a string, a list of strings or a list
/// of lists.
///
/// @param paths one path per part of the key; a written empty string is one path of one empty name
public record PrimaryKey(List<List<String>> paths) {
  /// Reads what a manifest wrote.
  ///
  /// @throws IllegalArgumentException when the value has none of the three shapes
  public static PrimaryKey of(@Nullable Object value) {
    if (value instanceof String name) {
      return new PrimaryKey(List.of(List.of(name)));
    }
    if (value instanceof List<?> parts) {
      boolean nested = !parts.isEmpty() && parts.getFirst() instanceof List;
      return new PrimaryKey(parts.stream().map(part -> path(part, nested)).toList());
    }
    throw new IllegalArgumentException("a name, a list of names or a list of paths");
  }

  private static List<String> path(@Nullable Object part, boolean nested) {
    if (nested && part instanceof List<?> names) {
      return names.stream().map(PrimaryKey::name).toList();
    }
    return List.of(name(part));
  }

  private static String name(@Nullable Object value) {
    if (value instanceof String name) {
      return name;
    }
    throw new IllegalArgumentException("a name, a list of names or a list of paths");
  }
}
