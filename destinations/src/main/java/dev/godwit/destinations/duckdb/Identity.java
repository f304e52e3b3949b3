package dev.godwit.destinations.duckdb;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// When two rows are the same thing, and which of them is the newer one. A row whose key is null in
/// every part has no identity and is never merged with another.
///
/// @param key parts of the primary key; at least one
/// @param cursor what tells the newest row; null where arrival does
record Identity(List<FieldExpression> key, @Nullable FieldExpression cursor) {
  Identity {
    key = List.copyOf(key);
  }

  /// The identity of the rows of a stream with a primary key.
  static Identity of(ConfiguredStream stream, TableShape shape) {
    List<FieldExpression> key =
        stream.primaryKey().stream().map(path -> FieldExpression.of(shape, path)).toList();
    return new Identity(
        key,
        stream.cursorField().isEmpty() ? null : FieldExpression.of(shape, stream.cursorField()));
  }

  /// Whether rows of the tables called `a` and `b` have the same key.
  String same(String a, String b) {
    if (key.size() == 1) {
      return key.getFirst().in(a) + " = " + key.getFirst().in(b);
    }
    return key.stream()
            .map(part -> part.in(a) + " is not distinct from " + part.in(b))
            .collect(Collectors.joining(" and "))
        + " and not ("
        + unknown(b)
        + ")";
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
        delete from %s where rowid in (
          select l.rowid from %1$s as l where not (%s)
          qualify row_number() over (%s) > 1)\
        """
            .formatted(load, unknown("l"), newestOfKey()));
  }

  /// How many rows of `load` find no row of their key in `target`.
  long unmatched(Statement statement, String load, String target) throws SQLException {
    return Counting.rows(
        statement,
        "from %s as l where not exists (from %s as t where %s)"
            .formatted(load, target, same("t", "l")));
  }

  /// Makes sure of the promise that each key of `load` has one row in `target`.
  ///
  /// @throws GodwitException CONTRACT `sync.duplicate-keys`
  void requireUnique(Statement statement, String load, String target) throws SQLException {
    String keys = key.stream().map(part -> part.in("t")).collect(Collectors.joining(", "));
    long doubled =
        Counting.rows(
            statement,
            """
            from (select 1 from %s as t
            where not (%s) and exists (from %s as l where %s)
            group by %s having count(*) > 1)\
            """
                .formatted(target, unknown("t"), load, same("t", "l"), keys));
    if (doubled > 0) {
      throw GodwitException.contract(
              "sync.duplicate-keys",
              "%,d keys would have more than one row after merging.".formatted(doubled))
          .hint("Nothing was committed. Please report it with the manifest.");
    }
  }

  /// Deletes rows of `target` that `load` replaces.
  String deleteReplaced(String load, String target) {
    return "delete from %s as t using %s as l where %s".formatted(target, load, same("t", "l"));
  }

  /// Adds the newest row of each key in `load` to `target`; of equally new ones the one that
  /// arrived last.
  String insertNewest(String load, String target, String columns) {
    return """
    insert into %s (%s) select %2$s from %s as l
    qualify (%s) or row_number() over (%s) = 1\
    """
        .formatted(target, columns, load, unknown("l"), newestOfKey());
  }

  private String newestOfKey() {
    String keys = key.stream().map(part -> part.in("l")).collect(Collectors.joining(", "));
    FieldExpression newest = cursor;
    String order = newest == null ? "" : newest.newestFirst("l") + ", ";
    return "partition by %s order by %s l.rowid desc".formatted(keys, order);
  }

  private String unknown(String alias) {
    return key.stream()
        .map(part -> part.in(alias) + " is null")
        .collect(Collectors.joining(" and "));
  }
}
