package dev.godwit.destinations.duckdb;

import dev.godwit.destinations.internal.contents.Relation;
import dev.godwit.destinations.internal.contents.RowFeed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Rows that DuckDB selects, as they are asked for, so that few lie in memory. They come as binary
/// data, which the driver hands out without decoding it.
public final class DuckDbFeed implements RowFeed {
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private byte[] row = {};

  private DuckDbFeed(Connection connection, Statement statement, ResultSet rows) {
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
  }

  /// Selects the rows of a relation.
  ///
  /// @param connection closed with the feed, and where the query fails
  /// @param now for rows of which nobody knows when they were read, in milliseconds since 1970
  public static DuckDbFeed open(Connection connection, Relation relation, long now)
      throws SQLException {
    try {
      Statement statement = connection.createStatement();
      statement.execute("set timezone = 'UTC'");
      statement.execute("set session jdbc_stream_results = true");
      String select = relation.select(DuckDbDialect.INSTANCE, "encode(%s)", now);
      return new DuckDbFeed(connection, statement, statement.executeQuery(select));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public boolean next() throws SQLException {
    if (!rows.next()) {
      return false;
    }
    row = rows.getBytes(1);
    return true;
  }

  @Override
  public byte[] bytes() {
    return row;
  }

  @Override
  public int start() {
    return 0;
  }

  @Override
  public int end() {
    return row.length;
  }

  @Override
  public long emittedAt() throws SQLException {
    return rows.getLong(2);
  }

  @Override
  public void close() throws SQLException {
    try (connection;
        statement) {
      rows.close();
    }
  }
}
