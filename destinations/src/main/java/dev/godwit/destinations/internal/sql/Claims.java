package dev.godwit.destinations.internal.sql;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// Which streams' tables are being written to, so that no two share one. Safe for use by several
/// threads.
public final class Claims {
  private final Dialect dialect;
  private final Set<StreamName> claimed = new HashSet<>();

  public Claims(Dialect dialect) {
    this.dialect = dialect;
  }

  /// Takes a table for a stream.
  ///
  /// @throws GodwitException CONFIG {@link Refusal#TABLE_TAKEN} when the table belongs to another
  ///   stream or to Godwit
  public synchronized TableName claim(StreamName stream, Connection connection)
      throws SQLException {
    TableName table = TableName.of(dialect, connection, stream);
    if (table.isReserved(dialect)) {
      throw taken(table, "what Godwit keeps for itself");
    }
    Set<StreamName> others = new HashSet<>(StateTable.readAll(connection, dialect).keySet());
    others.addAll(claimed);
    others.remove(stream);
    for (StreamName other : others) {
      if (TableName.of(dialect, connection, other).isSame(table, dialect)) {
        throw taken(table, "stream " + other);
      }
    }
    claimed.add(stream);
    return table;
  }

  private GodwitException taken(TableName table, String owner) {
    return GodwitException.config(
            dialect.code(Refusal.TABLE_TAKEN),
            "Table " + table.sql() + " already holds " + owner + ".")
        .hint("Names may ignore case. Write this stream to another database.");
  }

  /// Gives a stream's table back.
  public synchronized void release(StreamName stream) {
    claimed.remove(stream);
  }
}
