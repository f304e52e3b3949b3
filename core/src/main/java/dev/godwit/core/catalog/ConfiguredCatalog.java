package dev.godwit.core.catalog;

import java.util.List;

/// The streams that a user chose, in the order in which they start.
public record ConfiguredCatalog(List<ConfiguredStream> streams) {
  public ConfiguredCatalog {
    streams = List.copyOf(streams);
  }
}
