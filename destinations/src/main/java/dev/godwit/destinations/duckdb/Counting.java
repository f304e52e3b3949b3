package dev.godwit.destinations.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Counts rows.
final class Counting {
  private Counting() {}

  /// How many rows a query has that begins with `from`.
  static long rows(Statement statement, String from) throws SQLException {
    try (ResultSet result = statement.executeQuery("select count(*) " + from)) {
      result.next();
      return result.getLong(1);
    }
  }
}
