package dev.godwit.destinations.internal.sql;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// When two rows are the same thing, and which of them is the newer one. A row whose key is null in
/// every part has no identity and is never merged with another.
///
/// @param dialect of the database
/// @param key parts of the primary key; at least one
/// @param cursor what tells the newest row; null where arrival does
/// @param partial whether some parts of a key may be null and others not
public record Identity(
    Dialect dialect, List<FieldExpression> key, @Nullable FieldExpression cursor, boolean partial) {
  public Identity {
    key = List.copyOf(key);
  }

  /// The identity of the rows of a stream with a primary key.
  static Identity of(Dialect dialect, ConfiguredStream stream, TableShape shape) {
    List<FieldExpression> key =
        stream.primaryKey().stream().map(path -> FieldExpression.of(dialect, shape, path)).toList();
    return new Identity(
        dialect,
        key,
        stream.cursorField().isEmpty()
            ? null
            : FieldExpression.of(dialect, shape, stream.cursorField()),
        key.size() > 1);
  }

  /// Whether rows of the tables called `a` and `b` have the same key.
  String same(String a, String b) {
    if (!partial) {
      return key.stream()
          .map(part -> dialect.equal(part.in(a), part.in(b), part.isText()))
          .collect(Collectors.joining(" and "));
    }
    return key.stream()
            .map(part -> dialect.same(part.in(a), part.in(b)))
            .collect(Collectors.joining(" and "))
        + " and not ("
        + unknown(b)
        + ")";
  }

  /// This identity for some rows: an index helps where none of them has a key with parts missing.
  Identity of(Statement statement, String rows) throws SQLException {
    if (!partial || !dialect.indexesKeys()) {
      return this;
    }
    String someNull =
        key.stream().map(part -> part.in("l") + " is null").collect(Collectors.joining(" or "));
    long mixed =
        Counting.rows(
            statement,
            "from (select 1 from %s as l where (%s) and not (%s) limit 1) as p"
                .formatted(rows, someNull, unknown("l")));
    return new Identity(dialect, key, cursor, mixed > 0);
  }

  /// Deletes rows of `load` that are older than what `target` has.
  void deleteOutdated(Statement statement, String load, String target) throws SQLException {
    FieldExpression newest = cursor;
    if (newest != null) {
      statement.execute(
          "delete from %s as l using %s as t where %s and %s"
              .formatted(load, target, same("t", "l"), newest.isAfter("t", "l")));
    }
  }

  /// Deletes all rows of a key in `load` but the newest.
  void deleteRepeated(Statement statement, String load) throws SQLException {
    statement.execute(
        """
        delete from %s where %s in (select n.id from (
          select l.%2$s as id, row_number() over (%s) as place from %1$s as l where not (%s)) as n
          where n.place > 1)\
        """
            .formatted(load, dialect.rowNumber(), newestOfKey(), unknown("l")));
  }

  /// Requires that no key has several rows in a table.
  ///
  /// @param which of the rows, called `t`, are looked at
  /// @throws GodwitException CONTRACT `sync.duplicate-keys`
  void requireUnique(Statement statement, String table, String which) throws SQLException {
    long doubled =
        Counting.rows(
            statement,
            """
            from (select 1 from %s as t where not (%s) and %s
            group by %s having count(*) > 1) as d\
            """
                .formatted(table, unknown("t"), which, keys("t")));
    if (doubled > 0) {
      throw GodwitException.contract(
              "sync.duplicate-keys",
              "%,d keys would have more than one row after merging.".formatted(doubled))
          .hint("Nothing was committed. Please report it with the manifest.");
    }
  }

  /// How many rows of `load` find no row of their key in `target`.
  long unmatched(Statement statement, String load, String target) throws SQLException {
    return Counting.rows(
        statement,
        "from %s as l where not exists (select 1 from %s as t where %s)"
            .formatted(load, target, same("t", "l")));
  }

  /// The key of the row called `alias`, as a list.
  String keys(String alias) {
    return key.stream().map(part -> part.in(alias)).collect(Collectors.joining(", "));
  }

  /// What numbers the rows called `l` of each key, from the newest on; of equally new ones the one
  /// that arrived last comes first.
  String newestOfKey() {
    FieldExpression newest = cursor;
    String order = newest == null ? "" : newest.newestFirst("l") + ", ";
    return "partition by %s order by %s l.%s desc".formatted(keys("l"), order, dialect.rowNumber());
  }

  /// Whether the row called `alias` has no identity.
  String unknown(String alias) {
    return key.stream()
        .map(part -> part.in(alias) + " is null")
        .collect(Collectors.joining(" and "));
  }
}
