package dev.godwit.destinations.duckdb;

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
import java.util.Locale;
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
    StreamName stream,
    String source,
    String destination,
    List<FieldExpression> key,
    List<Column> columns) {
  /// Rows are told apart by stretches of so many parts of all keys.
  private static final int RANGES = 32;

  private static final String COMPARED = "temp.main._godwit_comparison";

  /// @param present columns of `table`, in lower case; none when there is no such table
  static RowComparison of(
      ConfiguredStream stream, TableName table, StreamTable collected, Set<String> present) {
    List<Column> columns =
        collected.shape().columns().stream()
            .filter(column ->
                present.isEmpty() || present.contains(column.name().toLowerCase(Locale.ROOT)))
            .toList();
    List<FieldExpression> key =
        stream.writeMode().needsKey() ? Identity.of(stream, collected.shape()).key() : List.of();
    return new RowComparison(
        stream.name(),
        "(from " + collected.name().sql() + ")",
        present.isEmpty()
            ? "(from " + collected.name().sql() + " where false)"
            : "(from " + table.sql() + counting(present) + ")",
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
      statement.execute("create temp table " + COMPARED + " as " + rows());
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
      statement.execute("drop table " + COMPARED);
      return new Comparison(stream, sums[0], sums[1], sums[2], sums[3], sums[4], ranges);
    }
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
                .mapToObj("s.k%1$d is not distinct from d.k%1$d"::formatted)
                .collect(Collectors.joining(" and ")));
  }

  private String side(String table) {
    String digest =
        columns.stream()
            .map(column -> "t." + Quoting.name(column.name()))
            .collect(Collectors.joining(", ", "hash(", ")"));
    String keys =
        key.isEmpty()
            ? digest + " as k0"
            : IntStream.range(0, key.size())
                .mapToObj(i -> key.get(i).in("t") + " as k" + i)
                .collect(Collectors.joining(", "));
    return "select %s, count(*) as n, bit_xor(%s) as digest from %s as t group by %s"
        .formatted(
            keys,
            digest,
            table,
            IntStream.rangeClosed(1, parts())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ")));
  }

  private String ranges() {
    return """
    select min(k0)::varchar, max(k0)::varchar, sum(s)::bigint, sum(d)::bigint,
      sum(greatest(s - d, 0))::bigint, sum(greatest(d - s, 0))::bigint,
      (count(*) filter (differs and s = d))::bigint
    from (select *, ntile(%d) over (order by %s) as stretch from %s)
    group by stretch order by stretch\
    """
        .formatted(RANGES, parts("k%1$d"), COMPARED);
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
