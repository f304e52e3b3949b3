package dev.godwit.destinations.internal.sql;

import dev.godwit.core.Landing.Replacement;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table that keeps every version of a row, with the time from which and until which it held. The
/// current version has no end. To be used inside a transaction.
record History(StreamTable table, Identity identity) {
  private static final String CURRENT = TableShape.VALID_TO + " is null";

  /// Leaves out rows that are older than the current version of their key.
  void forgetOutdated(Statement statement, String rows) throws SQLException {
    identity.deleteOutdated(
        statement, rows, "(select * from %s where %s)".formatted(target(), CURRENT));
  }

  /// Makes rows the current versions of their keys, but for those that say nothing new. A version
  /// begins where the one before has ended, also when the clock was set back.
  ///
  /// @param rows a table with one row a key; those that say nothing new are deleted from it
  void add(Statement statement, String rows) throws SQLException {
    statement.execute(
        "delete from %s as l using %s as t where t.%s and %s"
            .formatted(rows, target(), CURRENT, equal("t", "l")));
    statement.execute(
        "update %s as t set %s = greatest(t.%s, l.%s) from %s as l where t.%s and %s"
            .formatted(
                target(),
                TableShape.VALID_TO,
                TableShape.VALID_FROM,
                TableShape.EXTRACTED_AT,
                rows,
                CURRENT,
                identity.same("t", "l")));
    String columns = table.columns();
    statement.execute(
        """
        insert into %s (%s, %s) select %2$s, greatest(%s,\
         (select max(t.%s) from %1$s as t where %s)) from %s as l%s\
        """
            .formatted(
                target(),
                columns,
                TableShape.VALID_FROM,
                TableShape.EXTRACTED_AT,
                TableShape.VALID_TO,
                identity.same("t", "l"),
                rows,
                identity.dialect().inOrder(rows)));
  }

  /// Adds all rows of a source, and ends versions of rows that it no longer has.
  ///
  /// @param rows a table with one row a key
  /// @param now when the rows that are gone ended
  void addAll(Statement statement, String rows, String now) throws SQLException {
    statement.execute(
        """
        update %s as t set %s = greatest(t.%s, %s) where t.%s\
         and not exists (select 1 from %6$s as l where %7$s) and not exists (select 1 from %6$s as l where %8$s)\
        """
            .formatted(
                target(),
                TableShape.VALID_TO,
                TableShape.VALID_FROM,
                now,
                CURRENT,
                rows,
                identity.same("t", "l"),
                equal("t", "l")));
    add(statement, rows);
  }

  /// Current versions before, and rows that are to be the current ones.
  Replacement replacement(Statement statement, String rows) throws SQLException {
    return new Replacement(
        Counting.rows(statement, "from %s where %s".formatted(target(), CURRENT)),
        Counting.rows(statement, "from " + rows));
  }

  /// Whether two rows say the same. Parts of the key come first, by which tables can be joined.
  private String equal(String a, String b) {
    Dialect dialect = identity.dialect();
    Set<String> parts = new HashSet<>();
    identity.key().stream()
        .filter(part -> part.path().isEmpty())
        .forEach(part -> parts.add(part.column().name()));
    return Stream.concat(
            identity.key().stream().map(part -> dialect.same(part.in(a), part.in(b))),
            table.shape().columns().stream()
                .filter(column -> !parts.contains(column.name()))
                .map(column ->
                    "%s.%3$s is not distinct from %s.%3$s"
                        .formatted(a, b, Quoting.name(column.name()))))
        .collect(Collectors.joining(" and "));
  }

  private String target() {
    return table.name().sql();
  }
}
