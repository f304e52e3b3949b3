package dev.godwit.registry.entry;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version after which users may have something to do.
///
/// @param version the first one with the change
/// @param message what changes, in the registry's words
/// @param deadline the day until which others have to upgrade, as the registry writes it
/// @param migrationUrl where it says what to do
/// @param streams those that the change is limited to; empty where it may touch all
public record BreakingChange(
    ConnectorVersion version,
    String message,
    @Nullable String deadline,
    @Nullable String migrationUrl,
    List<String> streams) {
  public BreakingChange {
    streams = List.copyOf(streams);
  }

  /// Whether somebody who goes from one version to another meets the change.
  public boolean liesBetween(ConnectorVersion from, ConnectorVersion to) {
    return version.compareTo(from) > 0 && version.compareTo(to) <= 0;
  }

  /// Which of the streams in use it touches.
  public List<String> affected(Collection<String> used) {
    return used.stream().filter(name -> streams.isEmpty() || streams.contains(name)).toList();
  }
}
