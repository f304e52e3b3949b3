package dev.godwit.destinations.internal.sql;

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

  /// The greatest number of a table's rows; -1 where it is empty. Rows that are added get greater
  /// ones.
  static long lastRow(Statement statement, String table, String number) throws SQLException {
    try (ResultSet result =
        statement.executeQuery("select coalesce(max(%s), -1) from %s".formatted(number, table))) {
      result.next();
      return result.getLong(1);
    }
  }
}
