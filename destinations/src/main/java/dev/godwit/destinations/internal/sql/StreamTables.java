package dev.godwit.destinations.internal.sql;

import dev.godwit.core.StreamPlan;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The tables that a run works with for one stream.
///
/// @param dialect of the database
/// @param main the stream's own table
/// @param target where rows land: the stream's own table, or the one in which they collect to
///   replace it
/// @param quarantine where rows land that may not land there
record StreamTables(
    Dialect dialect,
    StreamPlan plan,
    StreamTable main,
    StreamTable target,
    StreamTable quarantine,
    Joining joining,
    Takeover takeover) {
  /// Looks at what the database has, and changes nothing.
  ///
  /// @throws GodwitException CONFIG {@link Refusal#HISTORY_KEPT} when the run would drop versions
  ///   of rows
  static StreamTables of(Connection connection, Dialect dialect, StreamPlan plan, TableName table)
      throws SQLException {
    ConfiguredStream stream = plan.stream();
    boolean versions = stream.writeMode() == WriteMode.HISTORY;
    boolean replaces = plan.generation().replaces();
    Map<String, String> existing = dialect.columns(connection, table);
    if (!versions && existing.containsKey(TableShape.VALID_TO)) {
      throw historyKept(dialect, table, stream.writeMode());
    }
    Map<String, String> present = new HashMap<>();
    Set<String> names = new HashSet<>();
    if (!replaces || versions) {
      present.putAll(existing);
      names.addAll(dialect.columnNames(connection, table));
    }
    if (plan.state() != null && replaces) {
      present.putAll(dialect.columns(connection, table.refresh(dialect)));
      names.addAll(dialect.columnNames(connection, table.refresh(dialect)));
    }
    TableShape shape =
        new TableChanges(dialect, table)
            .joined(TableShape.of(stream, dialect::fitted, names, dialect.hasStructs()), present);
    long generation = plan.generation().id();
    StreamTable main = new StreamTable(table, shape, generation);
    StreamTable quarantine = Quarantine.table(connection, dialect, generation);
    if (!replaces) {
      return new StreamTables(
          dialect,
          plan,
          main,
          main,
          quarantine,
          Joining.of(dialect, stream, shape),
          Takeover.of(dialect, stream, main));
    }
    StreamTable beside = new StreamTable(table.refresh(dialect), shape.withoutTimes(), generation);
    return new StreamTables(
        dialect,
        plan,
        main,
        beside,
        quarantine,
        Joining.collecting(dialect, stream, shape),
        Takeover.of(dialect, stream, main));
  }

  private static GodwitException historyKept(Dialect dialect, TableName table, WriteMode mode) {
    return GodwitException.config(
            dialect.code(Refusal.HISTORY_KEPT),
            "Table %s keeps every version of its rows; %s would lose them."
                .formatted(table.sql(), mode.wireName()))
        .hint("Write it with history, or clear the stream first.");
  }

  /// Whether rows collect in a table of their own.
  boolean replaces() {
    return plan.generation().replaces();
  }

  /// Whether rows of an earlier run are in the table in which rows collect.
  boolean goesOn() {
    return replaces() && plan.state() != null;
  }

  /// Removes what an earlier run collected and nobody goes on with.
  void dropCollected(Statement statement) throws SQLException {
    statement.execute("drop table if exists " + main.name().refresh(dialect).sql());
  }
}
