package dev.godwit.destinations.duckdb;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.sql.TableName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One SQL query of a DuckDB file that can change nothing. Rows are fetched as they are asked for,
/// so a large result takes no memory. For one thread.
///
/// ```java
/// try (DuckDbQuery query = DuckDbQuery.run("shop.duckdb", "select * from orders")) {
///   for (List<@Nullable Object> row = query.next(); row != null; row = query.next()) { … }
/// }
/// ```
public final class DuckDbQuery implements AutoCloseable {
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final List<String> columns;
  private final Runnable closing;

  private DuckDbQuery(
      Connection connection,
      Statement statement,
      ResultSet rows,
      List<String> columns,
      Runnable closing) {
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
    this.columns = columns;
    this.closing = closing;
  }

  /// Runs a query.
  ///
  /// @param path as in a destination's URI, after the colon
  /// @throws GodwitException CONFIG `duckdb.no-database` when there is no such file, `duckdb.query`
  ///   when DuckDB refuses the SQL; TRANSIENT `duckdb.locked` when another process writes to the
  ///   file
  public static DuckDbQuery run(String path, String sql) {
    return run(connection(path), sql, () -> {});
  }

  /// A connection that can only read, and fetches rows as they are asked for. The caller closes it.
  ///
  /// @param path as in a destination's URI, after the colon
  /// @throws GodwitException as [#run] does
  public static Connection connection(String path) {
    Location database = Location.of(path, System.getenv());
    if (!database.exists()) {
      throw database.missing();
    }
    Connection connection = database.connectReadOnly(new Properties());
    // Said here and not when connecting: all connections to a file have to ask for the same there.
    try (Statement statement = connection.createStatement()) {
      statement.execute("set session jdbc_stream_results = true");
      return connection;
    } catch (SQLException e) {
      throw failed(e, close(connection));
    }
  }

  /// Runs a query over views of a database that is there for this query only.
  ///
  /// @param views their queries, by the streams whose names they get
  /// @param closing done when the query is closed
  /// @throws GodwitException CONFIG `duckdb.query` when DuckDB refuses the SQL
  public static DuckDbQuery overViews(Map<StreamName, String> views, String sql, Runnable closing) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:;jdbc_stream_results=true;");
      try {
        create(views, connection);
      } catch (SQLException e) {
        throw failed(e, close(connection));
      }
      return run(connection, sql, closing);
    } catch (SQLException e) {
      throw failed(e, null);
    }
  }

  private static void create(Map<StreamName, String> views, Connection connection)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      for (Map.Entry<StreamName, String> view : views.entrySet()) {
        TableName name = TableName.of(DuckDbDialect.INSTANCE, "memory", view.getKey());
        DuckDbDialect.INSTANCE.createSchema(connection, name);
        statement.execute("create view %s as %s".formatted(name.sql(), view.getValue()));
      }
    }
  }

  private static DuckDbQuery run(Connection connection, String sql, Runnable closing) {
    try {
      Statement statement = connection.createStatement();
      statement.execute("set timezone = 'UTC'");
      if (!statement.execute(connection.isReadOnly() ? sql : alone(sql))) {
        throw new SQLException("the statement returns no rows");
      }
      ResultSet rows = statement.getResultSet();
      return new DuckDbQuery(connection, statement, rows, columnsOf(rows), closing);
    } catch (SQLException e) {
      throw failed(e, close(connection));
    }
  }

  /// Where this process also writes to the file, a single query only: a transaction that reads
  /// could be ended otherwise.
  private static String alone(String sql) {
    return "from query(" + Quoting.text(sql) + ")";
  }

  private static List<String> columnsOf(ResultSet rows) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      columns.add(rows.getMetaData().getColumnLabel(i));
    }
    return List.copyOf(columns);
  }

  /// The names of the result's columns; they may repeat.
  public List<String> columns() {
    return columns;
  }

  /// The names of the result's columns, where those that repeat are numbered: `id`, `id_2`.
  public List<String> names() {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      String name = column;
      for (int i = 2; !taken.add(name); i++) {
        name = column + "_" + i;
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  /// The next row, or null at the end: plain values (null, `Boolean`, `Long`, `BigInteger`,
  /// `Double`, `String`, `List`, `Map`). Dates and times are ISO 8601 text in UTC, JSON columns are
  /// what they hold, decimals that no double holds are text, binary data is hexadecimal.
  ///
  /// @throws GodwitException CONFIG `duckdb.query` when the query fails on the way
  public @Nullable List<@Nullable Object> next() {
    try {
      if (!rows.next()) {
        return null;
      }
      List<@Nullable Object> row = new ArrayList<>(columns.size());
      for (int i = 1; i <= columns.size(); i++) {
        row.add(PlainValues.of(rows.getObject(i)));
      }
      return row;
    } catch (SQLException e) {
      throw failed(e, null);
    }
  }

  private static GodwitException failed(SQLException e, @Nullable SQLException alsoClosing) {
    if (alsoClosing != null) {
      e.addSuppressed(alsoClosing);
    }
    return GodwitException.config("duckdb.query", "The query failed: " + e.getMessage())
        .causedBy(e);
  }

  private static @Nullable SQLException close(Connection connection) {
    try {
      connection.close();
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  @Override
  public void close() {
    try (connection;
        statement) {
      rows.close();
    } catch (SQLException e) {
      throw failed(e, null);
    } finally {
      closing.run();
    }
  }
}
