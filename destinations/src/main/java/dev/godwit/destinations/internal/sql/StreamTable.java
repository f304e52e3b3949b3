package dev.godwit.destinations.internal.sql;

import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table that a stream's rows go to: the stream's own, or the one that they collect in.
///
/// @param generation number of the refresh that the rows belong to
public record StreamTable(TableName name, TableShape shape, long generation) {
  /// Creates the table, or adds what it lacks. To be used inside a transaction.
  void prepare(Connection connection, Statement statement, Dialect dialect) throws SQLException {
    TableChanges changes = new TableChanges(dialect, name);
    Map<String, String> existing = dialect.columns(connection, name);
    if (existing.isEmpty()) {
      changes.create(statement, shape);
    } else {
      changes.alter(statement, shape, existing);
    }
  }

  /// The columns that rows fill, in the order of the staged ones.
  public String columns() {
    return Stream.concat(
            TableShape.OWN_COLUMNS.stream(), shape.columns().stream().map(Column::name))
        .map(Quoting::name)
        .collect(Collectors.joining(", "));
  }

  /// Sets the columns of `target` to what `row` has; where that has nothing, they stay.
  String assignments(String target, String row) {
    return Stream.concat(
            TableShape.OWN_COLUMNS.stream()
                .map(own -> "%s = %s.%1$s".formatted(Quoting.name(own), row)),
            shape.columns().stream()
                .map(column ->
                    "%s = coalesce(%s.%1$s, %s.%1$s)"
                        .formatted(Quoting.name(column.name()), row, target)))
        .collect(Collectors.joining(", "));
  }
}
