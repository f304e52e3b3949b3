package dev.godwit.destinations.duckdb;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The states that a file holds, read all at once and again only when the file has changed: opening
/// a database costs far more than a query, and a plan asks for every stream. Safe for use by
/// several threads.
final class StoredStates {
  private final DuckDbFile file;
  private @Nullable Version readAt;
  private Map<StreamName, StateTable.Row> rows = Map.of();

  StoredStates(DuckDbFile file) {
    this.file = file;
  }

  /// The rows of the state table; asking does not create the file.
  ///
  /// @throws GodwitException TRANSIENT `duckdb.locked` when another process has the file open
  synchronized Map<StreamName, StateTable.Row> read() {
    if (!file.exists()) {
      return Map.of();
    }
    Version now = Version.of(file.path());
    if (!now.equals(readAt)) {
      try (Connection connection = file.connectReadOnly(new Properties())) {
        rows = StateTable.readAll(connection);
        readAt = now;
      } catch (SQLException e) {
        throw DuckDbErrors.of(e, file.path());
      }
    }
    return rows;
  }

  /// Tells a changed database from an unchanged one: every commit writes to the file or to the log
  /// beside it.
  private record Version(Stamp database, Stamp log) {
    static Version of(Path path) {
      return new Version(
          Stamp.of(path), Stamp.of(path.resolveSibling(path.getFileName() + ".wal")));
    }
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
}
