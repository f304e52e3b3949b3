package dev.godwit.destinations.duckdb;

import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.staging.StagingFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// How DuckDB works while rows are loaded.
final class Settings {
  /// Measured with rows of 200 bytes and of 1.5 KB: a load with two threads took twice the CPU time
  /// of one, because the thread that waits for the other asks again without pause.
  private static final int THREADS = 1;

  /// Row groups that are complete are written at once. DuckDB would let five of them pile up.
  private static final int ROW_GROUPS = 1;

  private Settings() {}

  /// @param staging where DuckDB may put what it has no memory for
  static void apply(Connection connection, StagingFolder staging) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set threads = " + THREADS);
      statement.execute("set write_buffer_row_group_count = " + ROW_GROUPS);
      statement.execute("set temp_directory = " + Quoting.text(staging.path().toString()));
      statement.execute("set autoinstall_known_extensions = false");
    }
  }
}
