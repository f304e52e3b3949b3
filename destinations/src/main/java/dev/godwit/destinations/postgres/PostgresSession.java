package dev.godwit.destinations.postgres;

import dev.godwit.core.Landing;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.destinations.internal.pgcopy.TupleForm;
import dev.godwit.destinations.internal.sql.Dialect;
import dev.godwit.destinations.internal.sql.Session;
import dev.godwit.destinations.internal.sql.SqlThread;
import dev.godwit.destinations.internal.sql.StreamTable;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.StagedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// What one stream has of a database: a connection and a thread of its own, and the lock on its
/// tables as long as it lasts.
final class PostgresSession implements Session {
  private final PostgresDatabase database;
  private final StreamName stream;
  private final SqlThread thread;
  private Connection connection;

  private PostgresSession(
      PostgresDatabase database, StreamName stream, SqlThread thread, Connection connection) {
    this.database = database;
    this.stream = stream;
    this.thread = thread;
    this.connection = connection;
  }

  /// A session for writing, which nobody else has at the same time.
  static PostgresSession writing(PostgresDatabase database, StreamName stream) {
    PostgresSession session = reading(database, stream);
    return session.begin(() -> {
      StreamLock.take(session.connection, database.schema(), stream);
      database.seen().requireUnchanged(stream, session.connection);
      return session;
    });
  }

  /// A session that changes nothing.
  static PostgresSession reading(PostgresDatabase database, StreamName stream) {
    SqlThread thread =
        new SqlThread(
            Thread.ofVirtual().name("postgres " + stream).factory(), database.server()::failed);
    try {
      Connection connection = thread.call(() -> database.server().connect());
      return new PostgresSession(database, stream, thread, connection);
    } catch (RuntimeException e) {
      thread.close();
      throw e;
    }
  }

  @Override
  public Dialect dialect() {
    return database.dialect();
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public <T extends @Nullable Object> T call(SqlThread.Work<T> work) {
    return thread.call(work);
  }

  @Override
  public void later(Runnable work) {
    thread.later(work);
  }

  @Override
  public void commit() throws SQLException {
    Transaction transaction = Transaction.of(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("commit");
    } catch (SQLException e) {
      if (!PostgresErrors.isLost(e)) {
        throw e;
      }
      connection = transaction.settle(database.server(), e);
      StreamLock.take(connection, database.schema(), stream);
    }
    database.seen().look(stream, connection);
  }

  @Override
  public StagedRows stage(StreamTable table) {
    return new StagedRows(
        database.staging(),
        database.budget(),
        TupleForm.encoder(table.shape(), table.generation()));
  }

  @Override
  public Landing land(Load load, StreamTable table, Attempt attempt) throws SQLException {
    return attempt.land(load);
  }

  @Override
  public void close() {
    try {
      call(() -> {
        connection.close();
        return null;
      });
    } finally {
      thread.close();
    }
  }
}
