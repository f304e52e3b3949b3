package dev.godwit.registry.entry;

import java.util.Locale;

/// At which end of a connection a connector stands.
public enum ConnectorKind {
  SOURCE,
  DESTINATION;

  /// `source` or `destination`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What names of this kind begin with: `source-` or `destination-`.
  public String prefix() {
    return word() + "-";
  }
}
