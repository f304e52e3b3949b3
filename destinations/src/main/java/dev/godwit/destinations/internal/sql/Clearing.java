package dev.godwit.destinations.internal.sql;

import dev.godwit.core.StoredStream;
import dev.godwit.core.catalog.StreamName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/// Forgets what a stream has brought.
public final class Clearing {
  private Clearing() {}

  /// Removes a stream's tables and its state in one transaction.
  ///
  /// @return how many rows are gone
  public static long run(Connection connection, Dialect dialect, StreamName stream, Instant now)
      throws SQLException {
    connection.setAutoCommit(false);
    long rows = clear(connection, dialect, stream, now);
    connection.commit();
    return rows;
  }

  private static long clear(Connection connection, Dialect dialect, StreamName stream, Instant now)
      throws SQLException {
    if (!StateTable.readAll(connection, dialect).containsKey(stream)) {
      return 0;
    }
    StoredStream stored = StateTable.read(connection, dialect, stream);
    TableName table = TableName.of(dialect, connection, stream);
    BackfillTable.clear(connection, dialect, stream);
    boolean exists = dialect.exists(connection, table);
    try (Statement statement = connection.createStatement()) {
      long rows = exists ? Counting.rows(statement, "from " + table.sql()) : 0;
      statement.execute("drop table if exists " + table.sql());
      statement.execute("drop table if exists " + table.refresh(dialect).sql());
      StateTable.write(
          connection, dialect, stream, new StoredStream(null, stored.generation() + 1, null), now);
      return rows;
    }
  }
}
