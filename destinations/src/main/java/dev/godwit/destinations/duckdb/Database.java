package dev.godwit.destinations.duckdb;

import dev.godwit.destinations.internal.sql.Claims;
import dev.godwit.destinations.internal.sql.Session;
import dev.godwit.destinations.internal.sql.SqlThread;
import dev.godwit.destinations.internal.sql.Use;
import dev.godwit.destinations.internal.staging.StagingBudget;
import dev.godwit.destinations.internal.staging.StagingFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// A database that is open for writing. All SQL runs on one platform thread, and DuckDB has no
/// threads besides: one load at a time bounds its memory, virtual threads are not held up in native
/// code, and reading goes on meanwhile. Safe for use by several threads.
final class Database implements AutoCloseable {
  /// Rows that wait for a commit in the Java heap, over all streams.
  private static final long STAGING_BYTES = 16L << 20;

  private final Location location;
  private final StagingFolder staging;
  private final StagingBudget budget = new StagingBudget(STAGING_BYTES);
  private final SqlThread thread;
  private final Claims claims = new Claims(DuckDbDialect.INSTANCE);
  private final MemoryLimit memory = new MemoryLimit();
  private @Nullable Connection root;

  private Database(Location location) {
    this.location = location;
    this.staging = location.staging();
    this.thread =
        new SqlThread(Thread.ofPlatform().name("duckdb").daemon().factory(), location::failed);
  }

  /// Opens the database, creating it where it is missing, and removes what dead processes have
  /// staged beside it.
  static Database open(Location location) {
    Database database = new Database(location);
    try {
      database.call(() -> {
        boolean existed = location.exists();
        Connection root = location.connect();
        database.root = root;
        if (!existed && location instanceof DuckDbFile file) {
          RowGroups.shrink(root, file);
        }
        database.staging.create();
        Settings.apply(root, database.staging);
        database.memory.set(root);
        return null;
      });
      database.staging.clean();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  StagingFolder staging() {
    return staging;
  }

  /// To be used on the database's thread only.
  MemoryLimit memory() {
    return memory;
  }

  StagingBudget budget() {
    return budget;
  }

  SqlThread thread() {
    return thread;
  }

  Claims claims() {
    return claims;
  }

  /// As {@link SqlThread#call}.
  <T extends @Nullable Object> T call(SqlThread.Work<T> work) {
    return thread.call(work);
  }

  /// What one stream has of the database.
  Session session() {
    return call(() -> new DuckDbSession(this, connect()));
  }

  /// Does something with a connection that is closed afterwards.
  <T extends @Nullable Object> T with(Use<T> use) {
    return call(() -> {
      try (Connection connection = connect()) {
        return use.of(connection);
      }
    });
  }

  /// A connection of one's own, which counts times without zone as UTC. To be used within {@link
  /// #call} only.
  Connection connect() throws SQLException {
    Connection connection = location.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      call(() -> {
        if (root != null) {
          root.close();
          root = null;
        }
        return null;
      });
    } finally {
      thread.close();
      staging.close();
    }
  }
}
