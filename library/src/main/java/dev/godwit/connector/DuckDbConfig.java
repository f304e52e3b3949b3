package dev.godwit.connector;

import dev.godwit.core.Surroundings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A configuration of `destination-duckdb`.
final class DuckDbConfig {
  /// Where tables are made that no schema is named for.
  private static final String HOME = "main";

  /// What PyAirbyte and other programs that look into the file afterwards can read.
  private static final String STORAGE = "v1.4.0";

  private DuckDbConfig() {}

  static Address read(Fields config, @SuppressWarnings("unused") Surroundings surroundings) {
    Map<String, String> variables = new HashMap<>();
    variables.put("GODWIT_DUCKDB_STORAGE", config.text("storage_version", STORAGE));
    String token = config.text("motherduck_api_key");
    if (token != null) {
      variables.put("MOTHERDUCK_TOKEN", token);
    }
    String schema = config.text("schema", HOME);
    @Nullable String namespace = schema.equals(HOME) ? null : schema;
    return new Address("duckdb:" + config.required("destination_path"), variables, namespace);
  }
}
