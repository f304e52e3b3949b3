package dev.godwit.core;

import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.StreamName;
import java.util.Map;

/// What to move: from where, to where, which streams and how. It holds no secrets that print.
///
/// @param name what the user calls it; also appears in errors and reports
/// @param source name or path of the source's connector
/// @param destination URI of the destination, for example `duckdb:shop.duckdb`
/// @param catalog how streams are read
/// @param rules what happens to rows before they land; streams without rules land as they are
public record Connection(
    String name,
    String source,
    String destination,
    ConfiguredCatalog catalog,
    Map<StreamName, StreamRules> rules) {
  public Connection {
    rules = Map.copyOf(rules);
  }

  /// A connection without rules.
  public Connection(String name, String source, String destination, ConfiguredCatalog catalog) {
    this(name, source, destination, catalog, Map.of());
  }

  public StreamRules rules(StreamName stream) {
    return rules.getOrDefault(stream, StreamRules.NONE);
  }
}
