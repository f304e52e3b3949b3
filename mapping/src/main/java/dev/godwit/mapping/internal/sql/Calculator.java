package dev.godwit.mapping.internal.sql;

import dev.godwit.core.error.GodwitException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The process's DuckDB for expressions. It lives in memory, writes no files, reads none, and loads
/// no code. Its own errors may quote values, so they go no further than this package.
final class Calculator {
  private static final List<String> SETTINGS =
      List.of(
          "set threads = 1",
          "set memory_limit = '256MB'",
          "set temp_directory = ''",
          "set global timezone = 'UTC'",
          "set enable_external_access = false",
          "set autoinstall_known_extensions = false",
          "set autoload_known_extensions = false",
          "set lock_configuration = true");

  private static @Nullable DuckDBConnection root;

  private Calculator() {}

  /// A connection of one's own.
  ///
  /// @throws GodwitException SYSTEM `mapping.no-sql` when DuckDB does not start
  static synchronized DuckDBConnection connect() {
    try {
      DuckDBConnection open = root == null ? start() : root;
      root = open;
      return open.duplicate();
    } catch (SQLException e) {
      throw GodwitException.system(
          "mapping.no-sql", "DuckDB, which computes SQL rules, did not start: " + e.getMessage());
    }
  }

  private static DuckDBConnection start() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        statement.execute(setting);
      }
    }
    return (DuckDBConnection) connection;
  }

  /// The part of DuckDB's message that names the kind of error only.
  static String kind(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int colon = message.indexOf(':');
    boolean known = colon > 0 && message.substring(0, colon).matches("[A-Z][A-Za-z ]* Error");
    return known ? message.substring(0, colon) : "Error";
  }
}
