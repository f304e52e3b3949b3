package dev.godwit.destinations.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// How much memory DuckDB may have. To be used on the database's thread.
final class MemoryLimit {
  /// DuckDB's memory, beyond which it moves to disk. Of these, 36 are reserved while a file is read
  /// and hardly used. Measured with rows of 1.5 KB: twice as much made no load faster, half of it
  /// moved two thirds of the rows to disk and back.
  private static final int USUAL = 128;

  /// What DuckDB may have where it cannot do with less.
  private static final int MOST = 4096;

  /// What is left to blocks that were written.
  private static final int BLOCKS = 1;

  private static final String WITHOUT_BLOCKS =
      "select sum(memory_usage_bytes) >> 20 from duckdb_memory() where tag <> 'BASE_TABLE'";

  private int megabytes = USUAL;

  /// Has the usual limit hold.
  void set(Connection connection) throws SQLException {
    set(connection, megabytes);
  }

  /// Allows twice as much as before: rows with thousands of columns or of many megabytes need it.
  ///
  /// @return false when DuckDB has all that it may have
  boolean grow(Connection connection) throws SQLException {
    if (megabytes >= MOST) {
      return false;
    }
    megabytes *= 2;
    set(connection);
    return true;
  }

  /// Has DuckDB drop the blocks that it has written. It would keep them as long as there is memory
  /// for them, so that memory would grow with what is loaded; hardly any is read again. A limit
  /// that was set for a moment drops them first, and rows that are not written yet stay.
  void dropBlocks(Connection connection) {
    try {
      try (Statement statement = connection.createStatement();
          ResultSet kept = statement.executeQuery(WITHOUT_BLOCKS)) {
        kept.next();
        set(connection, Math.min(kept.getInt(1) + 1 + BLOCKS, megabytes));
      } finally {
        set(connection);
      }
    } catch (SQLException e) {
      // They are dropped when DuckDB needs the memory.
    }
  }

  private static void set(Connection connection, int megabytes) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set memory_limit = '%dMiB'".formatted(megabytes));
    }
  }
}
