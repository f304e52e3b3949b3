package dev.godwit.protocol;

import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.Destination;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The software that can write to a system, before it knows which one. Immutable and thread-safe.
public interface DestinationConnector {
  ConnectorSpec spec();

  /// How rows can be written.
  Set<WriteMode> writeModes();

  /// Configures the connector. Connects to nothing yet.
  ///
  /// @param config JSON values
  /// @throws GodwitException CONFIG when the configuration makes no sense
  Target open(Map<String, @Nullable Object> config, Surroundings surroundings);

  /// A configured destination.
  ///
  /// @param namespace of streams that have none; null where the destination has a place for them
  /// @param afterwards removes what was made for it
  record Target(Destination destination, @Nullable String namespace, Runnable afterwards)
      implements AutoCloseable {
    @Override
    public void close() {
      try {
        destination.close();
      } finally {
        afterwards.run();
      }
    }
  }
}
