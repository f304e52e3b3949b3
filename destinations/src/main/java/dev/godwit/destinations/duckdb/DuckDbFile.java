package dev.godwit.destinations.duckdb;

import dev.godwit.core.error.GodwitException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A database file that may or may not exist yet.
record DuckDbFile(Path path) {
  private static final String URL = "jdbc:duckdb:";
  private static final String OTHER_MODE = "different configuration than existing connections";

  /// The file that the part of a URI after `duckdb:` names: relative to the working folder, `~`
  /// being the home folder.
  ///
  /// @throws GodwitException CONFIG `duckdb.no-file` when nothing is named, `duckdb.bad-path` when
  ///   DuckDB or its driver would take a part of the path for an option
  static DuckDbFile of(String text) {
    if (text.isBlank()) {
      throw GodwitException.config("duckdb.no-file", "The DuckDB destination names no file.")
          .hint("Write duckdb:<file>, for example duckdb:shop.duckdb.");
    }
    String home = System.getProperty("user.home", "");
    String place = text.equals("~") || text.startsWith("~/") ? home + text.substring(1) : text;
    Path path = Path.of(place).toAbsolutePath().normalize();
    if (path.toString().matches(".*[?;].*")) {
      throw GodwitException.config(
              "duckdb.bad-path", "DuckDB cannot work with the path " + path + ".")
          .hint("Choose a path without '?' and ';'.");
    }
    return new DuckDbFile(path);
  }

  boolean exists() {
    return Files.exists(path);
  }

  /// What stands in the way of writing, as far as it can be told without opening the file; null
  /// when nothing does.
  @Nullable GodwitException obstacle() {
    Path folder = path.getParent();
    if (Files.isDirectory(path)) {
      return GodwitException.config("duckdb.not-a-database", path + " is a folder.")
          .hint("Name a file in it.");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      return GodwitException.config("duckdb.no-folder", "The folder " + folder + " does not exist.")
          .hint("Create it, or name another file.");
    }
    if (!Files.isWritable(folder) || (exists() && !Files.isWritable(path))) {
      return GodwitException.config("duckdb.no-access", path + " cannot be written: no permission.")
          .hint("Check who owns the file and its folder.");
    }
    return null;
  }

  /// Connects to read and write, and creates the file where it is missing. Connections of one
  /// process share the instance.
  Connection connect() {
    GodwitException obstacle = obstacle();
    if (obstacle != null) {
      throw obstacle;
    }
    try {
      return connection(new Properties());
    } catch (SQLException e) {
      throw DuckDbErrors.of(e, path);
    }
  }

  /// Connects to an existing file only to read.
  ///
  /// @param properties of the driver, besides the mode
  Connection connectReadOnly(Properties properties) {
    Properties readOnly = new Properties();
    readOnly.putAll(properties);
    readOnly.setProperty("duckdb.read_only", "true");
    try {
      return connection(readOnly);
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains(OTHER_MODE)) {
        return joinReadOnly();
      }
      throw DuckDbErrors.of(e, path);
    }
  }

  /// Joins the instance that this process writes with. It takes no other properties than the ones
  /// it was opened with.
  private Connection joinReadOnly() {
    try {
      Connection connection = connection(new Properties());
      try (Statement statement = connection.createStatement()) {
        statement.execute("begin transaction read only");
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw DuckDbErrors.of(e, path);
    }
  }

  private Connection connection(Properties properties) throws SQLException {
    try {
      return DriverManager.getConnection(URL + path, properties);
    } catch (LinkageError e) {
      throw GodwitException.system("duckdb.driver", "DuckDB's native library could not be loaded.")
          .hint("It is unpacked to the folder for temporary files. Check that it has 100 MB left.")
          .causedBy(e);
    }
  }
}
