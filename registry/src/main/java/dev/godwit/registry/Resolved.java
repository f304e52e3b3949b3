package dev.godwit.registry;

import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A connector that a name has led to.
///
/// @param version null for one of the project's own
/// @param programs how it can be run, the best way first; at least one
/// @param firstUse whether the project has pinned it just now, which users want to be told
public record Resolved(
    ConnectorName name,
    @Nullable ConnectorVersion version,
    List<Program> programs,
    boolean firstUse) {
  public Resolved {
    programs = List.copyOf(programs);
    if (programs.isEmpty()) {
      throw new IllegalArgumentException("a connector that cannot be run");
    }
  }

  /// The best way to run it.
  public Program program() {
    return programs.getFirst();
  }
}
