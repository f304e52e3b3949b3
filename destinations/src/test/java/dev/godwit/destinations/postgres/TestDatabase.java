package dev.godwit.destinations.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A database of one test.
///
/// @param url what follows `postgresql:` in its URL
record TestDatabase(String url) {
  /// A new, empty database.
  static TestDatabase create() {
    String name = newName();
    execute(TestServer.get().url("postgres"), "create database " + name);
    return new TestDatabase(TestServer.get().url(name));
  }

  private static String newName() {
    return "t" + UUID.randomUUID().toString().replace("-", "");
  }

  /// A copy of this database. Nobody may be connected to it.
  TestDatabase copy() {
    waitUntilAlone();
    String name = newName();
    String own = url.substring(url.lastIndexOf('/') + 1);
    execute(sibling("postgres"), "create database %s template %s".formatted(name, own));
    return new TestDatabase(sibling(name));
  }

  private String sibling(String name) {
    return url.substring(0, url.lastIndexOf('/') + 1) + name;
  }

  /// Waits until what processes have left behind that were killed is over.
  void waitUntilAlone() {
    while (query(
            "select 1 from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid() and application_name = 'godwit'")
        .iterator()
        .hasNext()) {
      Thread.onSpinWait();
    }
  }

  Connection connect() throws SQLException {
    return connect(url);
  }

  private static Connection connect(String url) throws SQLException {
    String place = url.substring(url.indexOf('@') + 1);
    String user = url.substring(2, url.indexOf('@'));
    return DriverManager.getConnection(
        "jdbc:postgresql://" + place + (place.contains("?") ? "&" : "?") + "user=" + user);
  }

  void execute(String sql) {
    execute(url, sql);
  }

  private static void execute(String url, String sql) {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// Rows as the driver gives them, by column name.
  List<Map<String, @Nullable Object>> query(String sql) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      try (ResultSet found = statement.executeQuery(sql)) {
        while (found.next()) {
          Map<String, @Nullable Object> row = new LinkedHashMap<>();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.put(found.getMetaData().getColumnLabel(i), PlainValue.of(found, i));
          }
          rows.add(row);
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
    return rows;
  }

  /// The only value of the only row.
  @Nullable Object value(String sql) {
    return query(sql).getFirst().values().iterator().next();
  }
}
