package dev.godwit.destinations.duckdb;

import dev.godwit.core.StoredStream;
import dev.godwit.core.catalog.StreamName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/// Forgets what a stream has brought.
final class Clearing {
  private Clearing() {}

  /// Removes a stream's tables and its state in one transaction.
  ///
  /// @return how many rows are gone
  static long run(Database database, StreamName stream, Instant now) {
    return database.call(() -> {
      try (Connection connection = database.connect()) {
        connection.setAutoCommit(false);
        long rows = clear(connection, stream, now);
        connection.commit();
        return rows;
      }
    });
  }

  private static long clear(Connection connection, StreamName stream, Instant now)
      throws SQLException {
    if (!StateTable.readAll(connection).containsKey(stream)) {
      return 0;
    }
    StoredStream stored = StateTable.read(connection, stream);
    TableName table = TableName.of(connection.getCatalog(), stream);
    BackfillTable.clear(connection, stream);
    boolean exists = !TableChanges.columns(connection, table).isEmpty();
    try (Statement statement = connection.createStatement()) {
      long rows = exists ? Counting.rows(statement, "from " + table.sql()) : 0;
      statement.execute("drop table if exists " + table.sql());
      statement.execute("drop table if exists " + table.refresh().sql());
      StateTable.write(
          connection, stream, new StoredStream(null, stored.generation() + 1, null), now);
      return rows;
    }
  }
}
