package dev.godwit.mapping.internal.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a schema says of a field.
public sealed interface Lookup {
  /// It is described.
  ///
  /// @param schema of its values; a live part of the whole
  record Found(Map<String, @Nullable Object> schema) implements Lookup {}

  /// The schema does not say which fields there are, so it may be there.
  record Open() implements Lookup {}

  /// The schema says which fields there are, and it is none of them.
  ///
  /// @param name the first name on the path that is not there
  /// @param known those that are
  record Missing(String name, List<String> known) implements Lookup {}

  /// Something on the path is no object, or no array.
  ///
  /// @param steps how far the path leads
  /// @param expected what should be there
  record Blocked(int steps, String expected) implements Lookup {}
}
