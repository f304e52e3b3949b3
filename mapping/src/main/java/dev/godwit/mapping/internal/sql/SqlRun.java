package dev.godwit.mapping.internal.sql;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.mapping.internal.row.RowFailure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Computes an expression for many rows at once. For one thread; to be closed.
public final class SqlRun implements AutoCloseable {
  private final SqlExpression expression;
  private final DuckDBConnection connection;
  private final List<@Nullable String[]> rows = new ArrayList<>();

  public SqlRun(SqlExpression expression) {
    this.expression = expression;
    this.connection = Calculator.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute(expression.table());
    } catch (SQLException e) {
      close();
      throw broken(e);
    }
  }

  /// What became of one row.
  public sealed interface Outcome {
    /// What the expression gave.
    ///
    /// @param json null for null
    record Value(byte @Nullable [] json) implements Outcome {}

    /// Why it gave nothing.
    record Failed(RowFailure failure) implements Outcome {}
  }

  /// The names of the fields of which rows are made, in order.
  public List<String> fields() {
    return expression.columns().stream().map(SqlColumn::name).toList();
  }

  /// Begins with a row.
  public void addRow() {
    rows.add(new @Nullable String[expression.columns().size()]);
  }

  /// Sets a field of the row that was added last; fields that are not set are null.
  public void set(int field, byte[] page, int start, int end) throws RowFailure {
    rows.getLast()[field] = expression.columns().get(field).text(page, start, end);
  }

  /// Forgets the row that was added last.
  public void removeRow() {
    rows.removeLast();
  }

  /// Computes the expression for the rows that were added, in their order, and forgets them.
  public List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>(rows.size());
    try {
      compute(0, rows.size(), outcomes);
      return outcomes;
    } finally {
      rows.clear();
    }
  }

  /// Where DuckDB refuses rows, halves of them are tried, until it is known which.
  private void compute(int from, int to, List<Outcome> target) {
    if (from == to) {
      return;
    }
    int before = target.size();
    try {
      load(from, to);
      query(target);
      if (target.size() - before != to - from) {
        throw GodwitException.contract(
            "mapping.sql-rows", "DuckDB gave another number of results than there are rows.");
      }
    } catch (SQLException e) {
      target.subList(before, target.size()).clear();
      if (to - from == 1) {
        target.add(
            new Outcome.Failed(
                RowFailure.of(
                    "mapping.sql-failed", "the SQL failed with " + Calculator.kind(e), null)));
      } else {
        int middle = (from + to) >>> 1;
        compute(from, middle, target);
        compute(middle, to, target);
      }
    }
  }

  private void load(int from, int to) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("truncate temp.rows");
    }
    try (DuckDBAppender appender = connection.createAppender("temp", "main", "rows")) {
      for (int i = from; i < to; i++) {
        appender.beginRow();
        appender.append(i);
        for (@Nullable String value : rows.get(i)) {
          append(appender, value);
        }
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, @Nullable String value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else {
      appender.append(value);
    }
  }

  private void query(List<Outcome> target) throws SQLException {
    JsonBuffer json = new JsonBuffer(64);
    try (PreparedStatement statement = connection.prepareStatement(expression.query());
        ResultSet results = statement.executeQuery()) {
      while (results.next()) {
        target.add(outcome(results.getString(2), json));
      }
    }
  }

  private Outcome outcome(@Nullable String text, JsonBuffer json) {
    if (text == null) {
      return new Outcome.Value(null);
    }
    json.clear();
    try {
      if (expression.result().write(text, json)) {
        return new Outcome.Value(json.toBytes());
      }
    } catch (GodwitException e) {
      // Its message tells of a place in the value: the failure says enough.
    }
    return new Outcome.Failed(
        RowFailure.of("mapping.sql-failed", "the SQL gave a value that JSON does not have", null));
  }

  private static GodwitException broken(SQLException e) {
    return GodwitException.system(
        "mapping.no-sql", "DuckDB, which computes SQL rules, does not work: " + Calculator.kind(e));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw broken(e);
    }
  }
}
