package dev.godwit.destinations.duckdb;

import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.staging.StagingFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Where a database is. Connections of one process share the instance. As text it is what messages
/// call it.
sealed interface Location permits DuckDbFile, MotherDuck {
  /// What the part of a URI after `duckdb:` names: a file, or after `md:` or `motherduck:` a
  /// database of MotherDuck.
  ///
  /// @param variables the environment: a token, the storage of new files
  static Location of(String text, Map<String, String> variables) {
    for (String prefix : List.of(MotherDuck.PREFIX, "motherduck:")) {
      if (text.startsWith(prefix)) {
        return MotherDuck.of(text.substring(prefix.length()), variables);
      }
    }
    return DuckDbFile.of(text, variables);
  }

  /// Whether there is anything to read.
  boolean exists();

  /// The error for somebody who wants to read where there is nothing.
  default GodwitException missing() {
    return GodwitException.config("duckdb.no-database", "There is no file " + this + ".");
  }

  /// What stands in the way of writing, as far as it can be told without connecting; null when
  /// nothing does.
  @Nullable GodwitException obstacle();

  /// Connects to read and write, and creates what is missing.
  ///
  /// @throws GodwitException also when there is an {@link #obstacle}
  Connection connect();

  /// Connects to what exists, only to read.
  ///
  /// @param properties of the driver, besides the mode
  Connection connectReadOnly(Properties properties);

  /// What went wrong with it.
  GodwitException failed(SQLException e);

  /// The same for all names of one database, and for no other.
  Object place();

  /// Where rows wait that are to be written.
  StagingFolder staging();

  /// Differs from an earlier one when the content may have changed since.
  Object version();

  /// Makes a connection read only that could also write.
  static Connection onlyReading(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin transaction read only");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
