package dev.godwit.destinations.duckdb;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.staging.StagingBudget;
import dev.godwit.destinations.internal.staging.StagingFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// A database that is open for writing. All SQL runs on one platform thread, and DuckDB has no
/// threads besides: one load at a time bounds its memory, virtual threads are not held up in native
/// code, and reading goes on meanwhile. Safe for use by several threads.
final class Database implements AutoCloseable {
  /// Measured with rows of 200 bytes and of 1.5 KB: a load with two threads took twice the CPU time
  /// of one, because the thread that waits for the other asks again without pause.
  private static final int THREADS = 1;

  /// DuckDB's memory, beyond which it moves to disk. Measured with rows of 1.5 KB: twice as much
  /// made no load faster, half of it cost a third more.
  private static final int MEGABYTES = 128;

  /// What DuckDB may have where it cannot do with less.
  private static final int MOST_MEGABYTES = 4096;

  /// Rows that wait for a commit in the Java heap, over all streams.
  private static final long STAGING_BYTES = 16L << 20;

  private final Location location;
  private final StagingFolder staging;
  private final StagingBudget budget = new StagingBudget(STAGING_BYTES);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("duckdb").daemon().factory());
  private final Set<StreamName> claimed = new HashSet<>();
  private @Nullable Connection root;
  private int megabytes = MEGABYTES;

  /// Work on the database's thread.
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T run() throws SQLException;
  }

  private Database(Location location) {
    this.location = location;
    this.staging = location.staging();
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
        database.configure(root);
        return null;
      });
      database.staging.clean();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /// Lets DuckDB use twice as much memory as before: rows with thousands of columns or of many
  /// megabytes need it. To be used within {@link #call} only.
  ///
  /// @return false when it has all that it may have
  boolean grow(Connection connection) throws SQLException {
    if (megabytes >= MOST_MEGABYTES) {
      return false;
    }
    megabytes *= 2;
    try (Statement statement = connection.createStatement()) {
      statement.execute("set memory_limit = '%dMB'".formatted(megabytes));
    }
    return true;
  }

  private void configure(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set threads = " + THREADS);
      statement.execute("set memory_limit = '%dMB'".formatted(megabytes));
      statement.execute("set temp_directory = " + Quoting.text(staging.path().toString()));
      statement.execute("set autoinstall_known_extensions = false");
    }
  }

  StagingFolder staging() {
    return staging;
  }

  StagingBudget budget() {
    return budget;
  }

  /// Runs work on the database's thread and waits for it, also when interrupted meanwhile: a commit
  /// is not left half known.
  ///
  /// @throws GodwitException for whatever DuckDB refuses
  <T extends @Nullable Object> T call(Work<T> work) {
    Future<T> future = thread.submit(work::run);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Has work done on the database's thread, after all that was asked for before. It deals with its
  /// failures itself.
  void later(Runnable work) {
    thread.execute(work);
  }

  private RuntimeException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case SQLException e -> location.failed(e);
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default ->
          GodwitException.system("duckdb.failed", "Work on the database failed: " + cause);
    };
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

  /// Takes a table for a stream. To be used within {@link #call} only.
  ///
  /// @throws GodwitException CONFIG `duckdb.table-taken` when the table belongs to another stream
  ///   or to Godwit
  TableName claim(StreamName stream, Connection connection) throws SQLException {
    TableName table = TableName.of(connection.getCatalog(), stream);
    if (table.isReserved()) {
      throw taken(table, "what Godwit keeps for itself");
    }
    Set<StreamName> others = new HashSet<>(StateTable.readAll(connection).keySet());
    others.addAll(claimed);
    others.remove(stream);
    for (StreamName other : others) {
      if (TableName.of(table.catalog(), other).isSame(table)) {
        throw taken(table, "stream " + other);
      }
    }
    claimed.add(stream);
    return table;
  }

  private static GodwitException taken(TableName table, String owner) {
    return GodwitException.config(
            "duckdb.table-taken", "Table " + table.sql() + " already holds " + owner + ".")
        .hint("DuckDB's names ignore case. Write this stream to another file.");
  }

  /// Gives a stream's table back. To be used within {@link #call} only.
  void release(StreamName stream) {
    claimed.remove(stream);
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
