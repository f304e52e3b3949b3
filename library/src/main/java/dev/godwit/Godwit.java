package dev.godwit;

import java.nio.file.Path;

/// Where everything begins.
///
/// ```java
/// SyncReport report =
///     Godwit.source(Path.of("shop.yaml"))
///         .config(Map.of("url", "https://shop.example", "api_token", token))
///         .select("customers", "orders")
///         .to("duckdb:shop.duckdb")
///         .sync(SyncListener.SILENT);
/// ```
public final class Godwit {
  private Godwit() {}

  /// A source that a low-code manifest describes. Nothing is read before the first question.
  ///
  /// @param manifest a YAML file
  public static SourceBuilder source(Path manifest) {
    return new SourceBuilder(manifest);
  }
}
