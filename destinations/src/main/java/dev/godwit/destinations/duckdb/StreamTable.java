package dev.godwit.destinations.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The table that a stream's rows go to, and how they get there. To be used inside a transaction.
///
/// @param target where rows land: the stream's table, or the one that will replace it
/// @param identity when rows replace one another; null when all are kept
record StreamTable(TableName target, TableShape shape, LoadSql sql, @Nullable Identity identity) {
  private static final String LOAD = "temp.main._godwit_load";

  /// Creates the table, or adds what it lacks.
  void prepare(Connection connection, Statement statement) throws SQLException {
    Map<String, String> existing = TableChanges.columns(connection, target);
    if (existing.isEmpty()) {
      TableChanges.create(statement, target, shape);
    } else {
      TableChanges.alter(statement, target, shape, existing);
    }
  }

  /// Adds the rows of a load.
  ///
  /// @return how many there were, before rows of the same key replaced each other
  long insert(Statement statement, Load load) throws SQLException {
    Identity merged = identity;
    if (merged == null) {
      return statement.executeLargeUpdate(
          "insert into " + target.sql() + " (" + sql.columns() + ") " + sql.select(load));
    }
    long rows =
        statement.executeLargeUpdate("create temp table _godwit_load as " + sql.select(load));
    String outdated = merged.deleteOutdated(LOAD, target.sql());
    if (outdated != null) {
      statement.execute(outdated);
    }
    statement.execute(merged.deleteReplaced(LOAD, target.sql()));
    statement.execute(merged.insertNewest(LOAD, target.sql(), sql.columns()));
    statement.execute("drop table " + LOAD);
    return rows;
  }
}
