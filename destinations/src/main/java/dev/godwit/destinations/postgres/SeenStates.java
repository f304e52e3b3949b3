package dev.godwit.destinations.postgres;

import dev.godwit.core.StoredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.sql.Dialect;
import dev.godwit.destinations.internal.sql.StateTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The states that a plan was made from, so that no rows land that another sync has landed
/// meanwhile. Safe for use by several threads.
final class SeenStates {
  private final Dialect dialect;
  private final Map<StreamName, Optional<StateTable.Row>> seen = new HashMap<>();

  SeenStates(Dialect dialect) {
    this.dialect = dialect;
  }

  /// Reads what is stored, and remembers it.
  synchronized StoredStream look(StreamName stream, Connection connection) throws SQLException {
    StateTable.@Nullable Row row = StateTable.readAll(connection, dialect).get(stream);
    seen.put(stream, Optional.ofNullable(row));
    return row == null ? StoredStream.NONE : row.stored(stream);
  }

  /// @throws GodwitException TRANSIENT `postgres.state-moved` when the state is another one than
  ///   was seen last
  synchronized void requireUnchanged(StreamName stream, Connection connection) throws SQLException {
    Optional<StateTable.Row> before = seen.get(stream);
    Optional<StateTable.Row> now =
        Optional.ofNullable(StateTable.readAll(connection, dialect).get(stream));
    if (before != null && !before.equals(now)) {
      throw GodwitException.transientError(
              "postgres.state-moved",
              "Another sync has committed rows of stream " + stream + " meanwhile.")
          .hint("Run again: it goes on from there.");
    }
  }
}
