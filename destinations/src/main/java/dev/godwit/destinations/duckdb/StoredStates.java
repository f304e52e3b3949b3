package dev.godwit.destinations.duckdb;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.sql.StateTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The states that a file holds, read all at once and again only when the file has changed: opening
/// a database costs far more than a query, and a plan asks for every stream. Safe for use by
/// several threads.
final class StoredStates {
  private final Location location;
  private @Nullable Object readAt;
  private Map<StreamName, StateTable.Row> rows = Map.of();

  StoredStates(Location location) {
    this.location = location;
  }

  /// The rows of the state table; asking does not create the file.
  ///
  /// @throws GodwitException TRANSIENT `duckdb.locked` when another process has the file open
  synchronized Map<StreamName, StateTable.Row> read() {
    if (!location.exists()) {
      return Map.of();
    }
    Object now = location.version();
    if (!now.equals(readAt)) {
      try (Connection connection = location.connectReadOnly(new Properties())) {
        rows = StateTable.readAll(connection, DuckDbDialect.INSTANCE);
        readAt = now;
      } catch (SQLException e) {
        throw location.failed(e);
      }
    }
    return rows;
  }
}
