package dev.godwit.destinations.duckdb;

import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.staging.StagingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A database file that may or may not exist yet.
///
/// @param storage the oldest version of DuckDB that a file can be read with which does not exist
///   yet, such as `v1.4.0`; empty for that of our own
record DuckDbFile(Path path, String storage) implements Location {
  private static final String STORAGE = "GODWIT_DUCKDB_STORAGE";

  private static final String URL = "jdbc:duckdb:";

  /// Characters that DuckDB would take for a pattern in a path.
  private static final String PATTERN_CHARACTERS = ".*[*?\\[\\]{}].*";

  /// Each one that fails means that others have opened and closed the file in between.
  private static final int MOST_TRIES = 20;

  private static final String OTHER_MODE = "different configuration than existing connections";

  /// The file that the part of a URI after `duckdb:` names: relative to the working folder, `~`
  /// being the home folder.
  ///
  /// @param variables the environment, which may name the storage
  /// @throws GodwitException CONFIG `duckdb.no-file` when nothing is named, `duckdb.bad-path` when
  ///   DuckDB or its driver would take a part of the path for an option
  static DuckDbFile of(String text, Map<String, String> variables) {
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
    return new DuckDbFile(path, variables.getOrDefault(STORAGE, ""));
  }

  @Override
  public boolean exists() {
    return Files.exists(path);
  }

  @Override
  public @Nullable GodwitException obstacle() {
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

  @Override
  public Connection connect() {
    GodwitException obstacle = obstacle();
    if (obstacle != null) {
      throw obstacle;
    }
    try {
      return connection(new Properties());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Joins the instance that this process writes with, where there is one; that takes no other
  /// properties than the ones it was opened with.
  @Override
  public Connection connectReadOnly(Properties properties) {
    Properties readOnly = new Properties();
    readOnly.putAll(properties);
    readOnly.setProperty("duckdb.read_only", "true");
    for (int tries = 1; ; tries++) {
      try {
        return connection(readOnly);
      } catch (SQLException e) {
        if (!isOtherMode(e)) {
          throw failed(e);
        }
      }
      try {
        return Location.onlyReading(connection(new Properties()));
      } catch (SQLException e) {
        // Who wrote a moment ago may have closed the file meanwhile, and another reader opened it.
        if (!isOtherMode(e) || tries == MOST_TRIES) {
          throw failed(e);
        }
      }
    }
  }

  private static boolean isOtherMode(SQLException e) {
    return String.valueOf(e.getMessage()).contains(OTHER_MODE);
  }

  @Override
  public GodwitException failed(SQLException e) {
    return DuckDbErrors.of(e, toString());
  }

  @Override
  public Object place() {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  /// Beside the file, where there is as much space as the file will need.
  @Override
  public StagingFolder staging() {
    Path beside = path.getParent();
    boolean usable = beside != null && !beside.resolve("x").toString().matches(PATTERN_CHARACTERS);
    Path parent = usable && beside != null ? beside : Path.of(System.getProperty("java.io.tmpdir"));
    String name = String.valueOf(path.getFileName()).replaceAll("[*?\\[\\]{}]", "_");
    return new StagingFolder(parent, name, DuckDbErrors::staging);
  }

  /// Every commit writes to the file or to the log beside it.
  @Override
  public Object version() {
    return List.of(Stamp.of(path), Stamp.of(path.resolveSibling(path.getFileName() + ".wal")));
  }

  private record Stamp(FileTime time, long size) {
    private static final Stamp ABSENT = new Stamp(FileTime.fromMillis(0), -1);

    static Stamp of(Path path) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Stamp(attributes.lastModifiedTime(), attributes.size());
      } catch (IOException e) {
        return ABSENT;
      }
    }
  }

  /// All connections of a process to one file have to ask for the same.
  private Connection connection(Properties properties) throws SQLException {
    Properties all = new Properties();
    all.putAll(properties);
    if (!storage.isEmpty()) {
      all.setProperty("storage_compatibility_version", storage);
    }
    try {
      return DriverManager.getConnection(URL + path, all);
    } catch (LinkageError e) {
      throw GodwitException.system("duckdb.driver", "DuckDB's native library could not be loaded.")
          .hint("It is unpacked to the folder for temporary files. Check that it has 100 MB left.")
          .causedBy(e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
