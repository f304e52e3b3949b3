package dev.godwit.destinations.duckdb;

import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.ColumnType;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Makes tables have the columns that rows need. Columns are added and widened, never removed or
/// narrowed.
final class TableChanges {
  private static final String COLUMNS =
      """
      select lower(column_name), data_type from duckdb_columns()
      where database_name = current_database()
        and lower(schema_name) = lower(?) and lower(table_name) = lower(?)\
      """;

  private TableChanges() {}

  /// The SQL types of a table's columns by name in lower case; empty when there is no such table.
  static Map<String, String> columns(Connection connection, TableName table) throws SQLException {
    Map<String, String> columns = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
      select.setString(1, table.schema());
      select.setString(2, table.table());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          columns.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return columns;
  }

  /// A shape that holds both what rows need and what a table already has.
  ///
  /// @throws GodwitException CONFIG `duckdb.column-type` when a column that rows need has a type
  ///   that is none of ours
  static TableShape joined(TableShape shape, Map<String, String> existing, TableName table) {
    Map<String, ColumnType> types = new HashMap<>();
    for (Column column : shape.columns()) {
      String key = column.name().toLowerCase(Locale.ROOT);
      String sql = existing.get(key);
      if (sql != null) {
        ColumnType type = DuckDbTypes.of(sql);
        if (type == null) {
          throw GodwitException.config(
                  "duckdb.column-type",
                  "Column %s of table %s is %s, which Godwit does not write."
                      .formatted(Quoting.name(column.name()), table.sql(), sql))
              .hint(
                  "Rename the column or the table, or change the column to %s."
                      .formatted(DuckDbTypes.name(column.type())));
        }
        types.put(key, type);
      }
    }
    return shape.joined(types);
  }

  static void create(Statement statement, TableName table, TableShape shape) throws SQLException {
    StringBuilder columns = new StringBuilder();
    OwnColumns.TYPES.forEach(
        (name, type) -> columns.append(Quoting.name(name)).append(' ').append(type).append(", "));
    for (String time : shape.times()) {
      columns
          .append(time)
          .append(' ')
          .append(DuckDbTypes.name(ColumnType.TIMESTAMPTZ))
          .append(", ");
    }
    for (Column column : shape.columns()) {
      columns
          .append(Quoting.name(column.name()))
          .append(' ')
          .append(DuckDbTypes.name(column.type()))
          .append(", ");
    }
    columns.setLength(columns.length() - 2);
    statement.execute(table.create() + " (" + columns + ")");
  }

  /// Adds the columns that a table lacks and widens those that are too narrow.
  ///
  /// @param existing what {@link #columns} says about the table
  static void alter(
      Statement statement, TableName table, TableShape shape, Map<String, String> existing)
      throws SQLException {
    String alter = "alter table " + table.sql();
    for (Map.Entry<String, String> own : OwnColumns.TYPES.entrySet()) {
      if (!existing.containsKey(own.getKey())) {
        statement.execute(
            alter + " add column " + Quoting.name(own.getKey()) + " " + own.getValue());
      }
    }
    for (String time : shape.times()) {
      if (!existing.containsKey(time)) {
        statement.execute(
            alter + " add column " + time + " " + DuckDbTypes.name(ColumnType.TIMESTAMPTZ));
        if (time.equals(TableShape.VALID_FROM)) {
          statement.execute(
              "update %s set %s = %s".formatted(table.sql(), time, TableShape.EXTRACTED_AT));
        }
      }
    }
    for (Column column : shape.columns()) {
      String present = existing.get(column.name().toLowerCase(Locale.ROOT));
      String wanted = DuckDbTypes.name(column.type());
      if (present == null) {
        statement.execute(alter + " add column " + Quoting.name(column.name()) + " " + wanted);
      } else if (!present.equals(wanted)) {
        requireLossless(statement, table, column);
        statement.execute(
            "%s alter column %s type %s using %s"
                .formatted(alter, Quoting.name(column.name()), wanted, widened(column)));
      }
    }
  }

  private static String widened(Column column) {
    return column.type() == ColumnType.JSON
        ? "to_json(" + Quoting.name(column.name()) + ")"
        : Quoting.name(column.name()) + "::" + DuckDbTypes.name(column.type());
  }

  /// Large integers have no exact double.
  private static void requireLossless(Statement statement, TableName table, Column column)
      throws SQLException {
    if (column.type() != ColumnType.DOUBLE) {
      return;
    }
    String lost =
        "select 1 from %1$s where %2$s::double::decimal(38,9) <> %2$s limit 1"
            .formatted(table.sql(), Quoting.name(column.name()));
    try (ResultSet found = statement.executeQuery(lost)) {
      if (found.next()) {
        throw GodwitException.config(
                "duckdb.column-type",
                "Column %s of table %s is to become DOUBLE, but holds numbers that would change."
                    .formatted(Quoting.name(column.name()), table.sql()))
            .hint("Change the column's type yourself, or write the stream anew with overwrite.");
      }
    }
  }
}
