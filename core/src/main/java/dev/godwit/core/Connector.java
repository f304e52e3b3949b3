package dev.godwit.core;

import dev.godwit.core.error.GodwitException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The software that can read a system, before it knows which one. Immutable and thread-safe.
public interface Connector {
  ConnectorSpec spec();

  /// Configures the connector. Sends no request.
  ///
  /// @param config JSON values
  /// @throws GodwitException CONFIG `config.invalid` when the configuration does not fit the spec;
  ///   it lists every problem
  Source open(Map<String, @Nullable Object> config, Surroundings surroundings);
}
