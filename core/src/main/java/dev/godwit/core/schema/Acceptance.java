package dev.godwit.core.schema;

import dev.godwit.core.catalog.StreamName;
import java.util.Set;

/// The changes that somebody has accepted.
///
/// @param names of streams, `stream.field`, or `all`
public record Acceptance(Set<String> names) {
  public static final Acceptance NONE = new Acceptance(Set.of());

  /// Accepts every change.
  private static final String ALL = "all";

  public Acceptance {
    names = Set.copyOf(names);
  }

  boolean covers(StreamName stream, SchemaChange change) {
    return names.contains(ALL)
        || names.contains(stream.toString())
        || (change.field() != null && names.contains(stream + "." + change.field()));
  }
}
