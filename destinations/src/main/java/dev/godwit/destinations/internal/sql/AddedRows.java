package dev.godwit.destinations.internal.sql;

import dev.godwit.core.error.GodwitException;
import java.sql.SQLException;
import java.sql.Statement;

/// Rows that were added to a table in this transaction, and how they merge with those before: where
/// they lie. Only keys and cursors are read again; a table of their own first would be a second
/// writing of every row.
///
/// @param last greatest number of the rows before; -1 where there were none
record AddedRows(Identity identity, String table, long last) {
  /// Leaves the newest row of each key that was added.
  ///
  /// @throws GodwitException CONTRACT `sync.duplicate-keys` when a key has two rows nevertheless
  void merge(Statement statement) throws SQLException {
    if (last >= 0) {
      deleteOutdated(statement);
      deleteReplaced(statement);
    }
    deleteRepeated(statement);
    requireUnique(statement);
  }

  /// Added rows that are older than what was there.
  private void deleteOutdated(Statement statement) throws SQLException {
    FieldExpression newest = identity.cursor();
    if (newest != null) {
      statement.execute(
          "delete from %1$s as l using %1$s as t where %2$s and %3$s and %4$s"
              .formatted(table, apart(), identity.same("t", "l"), newest.isAfter("t", "l")));
    }
  }

  private void deleteReplaced(Statement statement) throws SQLException {
    statement.execute(
        "delete from %1$s as t using %1$s as l where %2$s and %3$s"
            .formatted(table, apart(), identity.same("t", "l")));
  }

  /// Whether `t` was there before and `l` was added.
  private String apart() {
    return "t.%2$s <= %1$d and l.%2$s > %1$d".formatted(last, number());
  }

  private void deleteRepeated(Statement statement) throws SQLException {
    statement.execute(
        """
        delete from %1$s where %5$s in (select n.id from (
          select l.%5$s as id, row_number() over (%4$s) as place from %1$s as l
          where l.%5$s > %2$d and not (%3$s)) as n where n.place > 1)\
        """
            .formatted(table, last, identity.unknown("l"), identity.newestOfKey(), number()));
  }

  private void requireUnique(Statement statement) throws SQLException {
    String added =
        last < 0
            ? "true"
            : "exists (select 1 from %s as l where l.%s > %d and %s)"
                .formatted(table, number(), last, identity.same("t", "l"));
    identity.requireUnique(statement, table, added);
  }

  private String number() {
    return identity.dialect().rowNumber();
  }
}
