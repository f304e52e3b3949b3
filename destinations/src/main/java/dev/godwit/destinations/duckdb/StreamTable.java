package dev.godwit.destinations.duckdb;

import dev.godwit.destinations.internal.table.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/// A table that a stream's rows go to: the stream's own, or the one that they collect in. To be
/// used inside a transaction.
record StreamTable(TableName name, TableShape shape, LoadSql sql) {
  /// Creates the table, or adds what it lacks.
  void prepare(Connection connection, Statement statement) throws SQLException {
    Map<String, String> existing = TableChanges.columns(connection, name);
    if (existing.isEmpty()) {
      TableChanges.create(statement, name, shape);
    } else {
      TableChanges.alter(statement, name, shape, existing);
    }
  }
}
