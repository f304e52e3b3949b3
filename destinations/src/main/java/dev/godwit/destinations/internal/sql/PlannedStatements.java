package dev.godwit.destinations.internal.sql;

import dev.godwit.core.StreamPlan;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The statements that will make tables ready for the rows of a stream.
public final class PlannedStatements {
  private PlannedStatements() {}

  /// In a database that is there. Changes nothing.
  public static List<String> of(Connection connection, Dialect dialect, StreamPlan plan)
      throws SQLException {
    TableName table = TableName.of(dialect, connection, plan.name());
    StreamTables tables = StreamTables.of(connection, dialect, plan, table);
    boolean anew = tables.replaces() && !tables.goesOn();
    List<String> statements =
        new ArrayList<>(
            statements(
                dialect,
                tables.target(),
                anew ? Map.of() : dialect.columns(connection, tables.target().name())));
    if (tables.replaces() && plan.stream().writeMode() == WriteMode.HISTORY) {
      statements.addAll(
          statements(dialect, tables.main(), dialect.columns(connection, tables.main().name())));
    }
    return statements;
  }

  /// In a database that will be created.
  public static List<String> ofNew(Dialect dialect, StreamPlan plan) {
    TableName table = TableName.of(dialect, "", plan.name());
    TableShape shape =
        TableShape.of(plan.stream(), dialect::fitted, List.of(), dialect.hasStructs());
    return statements(dialect, new StreamTable(table, shape, plan.generation().id()), Map.of());
  }

  private static List<String> statements(
      Dialect dialect, StreamTable table, Map<String, String> existing) {
    TableChanges changes = new TableChanges(dialect, table.name());
    return existing.isEmpty()
        ? List.of(changes.creation(table.shape()))
        : changes.changes(table.shape(), existing).stream().map(TableChanges.Change::sql).toList();
  }
}
