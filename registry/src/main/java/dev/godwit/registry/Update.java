package dev.godwit.registry;

import dev.godwit.registry.entry.BreakingChange;
import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.ConnectorVersion;
import dev.godwit.registry.lock.Pin;
import java.util.List;

/// A pinned connector of which the registry has another version.
///
/// @param pin the version in use
/// @param entry what the registry says of it now
/// @param to the version to go to
/// @param breakingChanges those that lie between
public record Update(
    Pin pin, ConnectorEntry entry, ConnectorVersion to, List<BreakingChange> breakingChanges) {
  public Update {
    breakingChanges = List.copyOf(breakingChanges);
  }

  static Update of(Pin pin, ConnectorEntry entry) {
    ConnectorVersion to = entry.version();
    return new Update(pin, entry, to, entry.breakingChanges(pin.version(), to));
  }

  /// The version in use.
  public ConnectorVersion from() {
    return pin.version();
  }

  /// Whether the registry has gone back to an older version.
  public boolean isStepBack() {
    return to.compareTo(from()) < 0;
  }

  /// Whether somebody has to agree: something breaks, or is likely to.
  public boolean needsConsent() {
    return !breakingChanges.isEmpty() || isStepBack() || to.major() != from().major();
  }
}
