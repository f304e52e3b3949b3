package dev.godwit.destinations.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A table of Godwit's own, beside those of streams.
///
/// @param columns types by name, in their order
record OwnTable(TableName name, Map<String, String> columns) {
  /// Creates the table where it is missing, and gives one of an earlier Godwit the columns that it
  /// lacks. Not to be used inside a transaction.
  void create(Connection connection, Dialect dialect) throws SQLException {
    dialect.createOnce(
        connection,
        name,
        columns.entrySet().stream()
            .map(column -> column.getKey() + " " + column.getValue())
            .collect(Collectors.joining(", ")));
    Set<String> present = dialect.columns(connection, name).keySet();
    try (Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> column : columns.entrySet()) {
        if (!present.contains(column.getKey())) {
          statement.execute(
              "alter table %s add column if not exists %s %s"
                  .formatted(name.sql(), column.getKey(), column.getValue()));
        }
      }
    }
  }
}
