package dev.godwit.destinations.internal.sql;

import dev.godwit.core.Landing;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.StagedRows;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What one stream has of a database: a connection of its own, a thread on which SQL runs, and room
/// for rows that wait.
public interface Session extends AutoCloseable {
  Dialect dialect();

  /// To be used on the session's thread only.
  Connection connection();

  /// As {@link SqlThread#call}.
  <T extends @Nullable Object> T call(SqlThread.Work<T> work);

  /// As {@link #call}, for the first work of whoever opens the session: closes it where that fails.
  default <T extends @Nullable Object> T begin(SqlThread.Work<T> work) {
    try {
      return call(work);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /// As {@link SqlThread#later}.
  void later(Runnable work);

  /// Commits the transaction that {@link #connection} is in. Where the connection breaks meanwhile,
  /// finds out what became of it: returns if it was committed, over a new connection.
  void commit() throws SQLException;

  /// Room for rows on their way to a table.
  StagedRows stage(StreamTable table);

  /// Lands a load of rows, all or nothing.
  @FunctionalInterface
  interface Attempt {
    Landing land(Load load) throws SQLException;
  }

  /// Makes an attempt to land rows, and further ones where the database refuses and that can be
  /// helped. On the session's thread.
  Landing land(Load load, StreamTable table, Attempt attempt) throws SQLException;

  /// Gives the connection back.
  ///
  /// @throws GodwitException for whatever the database refuses
  @Override
  void close();
}
