package dev.godwit.destinations.internal.sql;

import dev.godwit.core.Comparison;
import dev.godwit.core.Comparison.Range;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Compares two tables by digests of their rows.
///
/// @param source rows of the source
/// @param destination rows of the destination that count
/// @param key parts of the primary key; none for streams without one
/// @param columns those that both tables have
record RowComparison(
    Dialect dialect,
    StreamName stream,
    String source,
    String destination,
    List<FieldExpression> key,
    List<Column> columns) {
  /// Rows are told apart by stretches of so many parts of all keys.
  private static final int RANGES = 32;

  /// @param present columns of `table`; none when there is no such table
  static RowComparison of(
      Dialect dialect,
      ConfiguredStream stream,
      TableName table,
      StreamTable collected,
      Set<String> present) {
    List<Column> columns =
        collected.shape().columns().stream()
            .filter(column -> present.isEmpty() || present.contains(dialect.folded(column.name())))
            .toList();
    List<FieldExpression> key =
        stream.writeMode().needsKey()
            ? Identity.of(dialect, stream, collected.shape()).key()
            : List.of();
    return new RowComparison(
        dialect,
        stream.name(),
        "(select * from " + collected.name().sql() + ")",
        present.isEmpty()
            ? "(select * from " + collected.name().sql() + " where false)"
            : "(select * from " + table.sql() + counting(present) + ")",
        key,
        columns);
  }

  private static String counting(Set<String> present) {
    return Stream.of(TableShape.VALID_TO, TableShape.DELETED_AT)
        .filter(present::contains)
        .map(column -> column + " is null")
        .reduce((a, b) -> a + " and " + b)
        .map(condition -> " where " + condition)
        .orElse("");
  }

  /// Compares, and leaves nothing behind.
  Comparison run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create temp table " + compared() + " as " + rows());
      List<Range> ranges = new ArrayList<>();
      long[] sums = new long[5];
      try (ResultSet found = statement.executeQuery(ranges())) {
        while (found.next()) {
          Range range = range(found);
          add(sums, range);
          if (!key.isEmpty() && range.missing() + range.extra() + range.different() > 0) {
            ranges.add(range);
          }
        }
      }
      statement.execute("drop table " + compared());
      return new Comparison(stream, sums[0], sums[1], sums[2], sums[3], sums[4], ranges);
    }
  }

  private String compared() {
    return TableName.passing(dialect, "comparison").sql();
  }

  /// One row for each key, with how often each side has it and whether their fields differ. Without
  /// a key the digest stands for it.
  private String rows() {
    return """
    select %s, coalesce(s.n, 0) as s, coalesce(d.n, 0) as d,
      s.n is not null and d.n is not null and s.digest is distinct from d.digest as differs
    from (%s) as s full outer join (%s) as d on %s\
    """
        .formatted(
            parts("coalesce(s.k%1$d, d.k%1$d) as k%1$d"),
            side(source),
            side(destination),
            IntStream.range(0, parts())
                .mapToObj(i -> dialect.same("s.k" + i, "d.k" + i))
                .collect(Collectors.joining(" and ")));
  }

  private String side(String table) {
    String digest =
        dialect.digest(columns.stream().map(column -> "t." + Quoting.name(column.name())).toList());
    String keys =
        key.isEmpty()
            ? digest + " as k0"
            : IntStream.range(0, key.size())
                .mapToObj(i -> key.get(i).ordered("t") + " as k" + i)
                .collect(Collectors.joining(", "));
    return "select %s, count(*) as n, %s as digest from %s as t group by %s"
        .formatted(
            keys,
            dialect.digestOfRows(digest),
            table,
            IntStream.rangeClosed(1, parts())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ")));
  }

  private String ranges() {
    return """
    select min(k0)::varchar, max(k0)::varchar, sum(s)::bigint, sum(d)::bigint,
      sum(greatest(s - d, 0))::bigint, sum(greatest(d - s, 0))::bigint,
      (count(*) filter (where differs and s = d))::bigint
    from (select *, ntile(%d) over (order by %s) as stretch from %s) as c
    group by stretch order by stretch\
    """
        .formatted(RANGES, parts("k%1$d"), compared());
  }

  private String parts(String pattern) {
    return IntStream.range(0, parts())
        .mapToObj(pattern::formatted)
        .collect(Collectors.joining(", "));
  }

  private int parts() {
    return Math.max(1, key.size());
  }

  private static Range range(ResultSet found) throws SQLException {
    return new Range(
        String.valueOf(found.getString(1)),
        String.valueOf(found.getString(2)),
        found.getLong(3),
        found.getLong(4),
        found.getLong(5),
        found.getLong(6),
        found.getLong(7));
  }

  private static void add(long[] sums, Range range) {
    sums[0] += range.sourceRows();
    sums[1] += range.destinationRows();
    sums[2] += range.missing();
    sums[3] += range.extra();
    sums[4] += range.different();
  }
}
