package dev.godwit.destinations.postgres;

import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.sql.TableName;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/// The index by which rows of the same key are found.
final class KeyIndex {
  /// An entry of an index has room for 2,700 bytes.
  private static final int MOST_CHARACTERS = 200;

  private static final int MOST_PARTS = 3;

  private KeyIndex() {}

  /// The start of a text of any length, which fits into an index.
  static String start(String text) {
    return "left((%s)::text, %d)".formatted(text, MOST_CHARACTERS);
  }

  static void create(Statement statement, TableName table, List<String> parts) throws SQLException {
    statement.execute(
        parts.stream()
            .limit(MOST_PARTS)
            .collect(
                Collectors.joining(
                    "), (",
                    "create index if not exists %s on %s (("
                        .formatted(Quoting.name(name(table)), table.sql()),
                    "))")));
  }

  /// Gives the index the name that it has for another table.
  static void rename(Statement statement, TableName from, TableName to) throws SQLException {
    statement.execute(
        "alter index if exists %s.%s rename to %s"
            .formatted(
                Quoting.name(from.schema()), Quoting.name(name(from)), Quoting.name(name(to))));
  }

  private static String name(TableName table) {
    return PostgresNames.fitted("_godwit_key_" + table.table());
  }
}
