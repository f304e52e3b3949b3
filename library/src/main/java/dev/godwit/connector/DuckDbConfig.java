package dev.godwit.connector;

import dev.godwit.core.Surroundings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A configuration of `destination-duckdb`.
final class DuckDbConfig {
  /// Where tables are made that no schema is named for.
  private static final String HOME = "main";

  private DuckDbConfig() {}

  static Address read(Fields config, @SuppressWarnings("unused") Surroundings surroundings) {
    String token = config.text("motherduck_api_key");
    String schema = config.text("schema", HOME);
    @Nullable String namespace = schema.equals(HOME) ? null : schema;
    return new Address(
        "duckdb:" + config.required("destination_path"),
        token == null ? Map.of() : Map.of("MOTHERDUCK_TOKEN", token),
        namespace);
  }
}
