package dev.godwit.mapping.internal.sql;

import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.internal.schema.SchemaTree;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// An expression that fits a stream's schema. Immutable; safe for many threads.
public final class SqlExpression {
  /// The name of a row in expressions, for fields that DuckDB would take for something else.
  private static final String ROW = "\"row\"";

  private final String sql;
  private final List<SqlColumn> columns;
  private final SqlResult result;

  private SqlExpression(String sql, List<SqlColumn> columns, SqlResult result) {
    this.sql = sql;
    this.columns = columns;
    this.result = result;
  }

  /// Has DuckDB check an expression.
  ///
  /// @param rule the rule in words, for messages
  /// @throws GodwitException CONFIG `mapping.bad-sql` when it is none over the stream's fields,
  ///   `mapping.no-schema` when nothing says which those are
  public static SqlExpression compile(String sql, SchemaTree schema, String rule) {
    if (!schema.isKnown()) {
      throw GodwitException.config(
              "mapping.no-schema",
              rule + " computes SQL, but the stream's schema does not say which fields it has.")
          .hint("Give the stream a schema with properties.");
    }
    try (DuckDBConnection connection = Calculator.connect()) {
      ExpressionTree tree = ExpressionTree.of(sql, connection);
      if (tree.problem() != null) {
        throw bad(rule, sql, tree.problem());
      }
      List<SqlColumn> columns = columns(schema, tree.names(), rule, sql);
      return new SqlExpression(sql, columns, result(sql, columns, connection, rule));
    } catch (SQLException e) {
      throw bad(rule, sql, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static GodwitException bad(String rule, String sql, String problem) {
    return GodwitException.config(
            "mapping.bad-sql", "%s: DuckDB does not take \"%s\": %s".formatted(rule, sql, problem))
        .hint("It is one SQL expression over the fields of one row, such as total / 1.19.");
  }

  private static List<SqlColumn> columns(
      SchemaTree schema, Set<String> names, String rule, String sql) {
    Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    wanted.addAll(names);
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<SqlColumn> columns = new ArrayList<>();
    for (Map.Entry<String, Map<String, @Nullable Object>> column : schema.columns().entrySet()) {
      if (wanted.contains(column.getKey())) {
        if (!taken.add(column.getKey())) {
          throw bad(rule, sql, "two fields differ in case only from " + column.getKey());
        }
        columns.add(new SqlColumn(column.getKey(), SqlType.of(column.getValue())));
      }
    }
    return List.copyOf(columns);
  }

  private static SqlResult result(
      String sql, List<SqlColumn> columns, DuckDBConnection connection, String rule)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(table(columns));
      String select = "select (" + sql + "\n) as result from " + typed(columns) + " as " + ROW;
      try (ResultSet rows = statement.executeQuery("select count(*) from (" + select + ")")) {
        rows.next();
        if (rows.getLong(1) > 0) {
          throw bad(rule, sql, "it has an aggregate, but sees one row only");
        }
      }
      try (ResultSet described = statement.executeQuery("describe " + select)) {
        described.next();
        return SqlResult.of(described.getString("column_type"));
      }
    }
  }

  /// SQL that makes the table for rows.
  String table() {
    return table(columns);
  }

  private static String table(List<SqlColumn> columns) {
    StringBuilder sql = new StringBuilder("create temp table rows (number integer");
    for (int i = 0; i < columns.size(); i++) {
      sql.append(", c").append(i).append(" varchar");
    }
    return sql.append(')').toString();
  }

  private static String typed(List<SqlColumn> columns) {
    List<String> casts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      SqlColumn column = columns.get(i);
      casts.add("cast(c%d as %s) as %s".formatted(i, column.type().sql(), column.quoted()));
    }
    String fields = casts.isEmpty() ? "" : ", " + String.join(", ", casts);
    return "(select number as \" number\"" + fields + " from temp.rows)";
  }

  /// SQL that gives the number of each row and the text of its result.
  String query() {
    return "select \" number\", %s from (select \" number\", (%s\n) as result from %s as %s) order by 1"
        .formatted(result.text("result"), sql, typed(columns), ROW);
  }

  List<SqlColumn> columns() {
    return columns;
  }

  SqlResult result() {
    return result;
  }

  public boolean isBoolean() {
    return result == SqlResult.BOOLEAN;
  }

  /// The schema of results.
  public Map<String, @Nullable Object> schema() {
    return result.schema();
  }
}
