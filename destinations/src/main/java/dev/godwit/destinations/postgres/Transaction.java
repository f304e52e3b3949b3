package dev.godwit.destinations.postgres;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.time.Sleeper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A transaction whose end somebody else may have to tell.
///
/// @param id the server's number of the transaction, under which it remembers the outcome
/// @param process the server's process that carries it out
record Transaction(long id, int process) {
  private static final int TRIES = 300;
  private static final Duration PAUSE = Duration.ofMillis(100);

  /// The transaction that a connection is in.
  static Transaction of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select pg_catalog.txid_current(), pg_catalog.pg_backend_pid()")) {
      found.next();
      return new Transaction(found.getLong(1), found.getInt(2));
    }
  }

  /// Finds out whether a commit whose answer was lost has happened.
  ///
  /// @return a new connection, if it has
  /// @throws SQLException `lost` if it has not
  /// @throws GodwitException TRANSIENT `postgres.commit-unknown` when the server can't be asked
  Connection settle(Server server, SQLException lost) throws SQLException {
    for (int i = 0; i < TRIES; i++) {
      Connection connection = reached(server);
      String status = connection == null ? null : status(connection);
      if (connection != null && "committed".equals(status)) {
        return connection;
      }
      if (connection != null) {
        connection.close();
        if ("aborted".equals(status)) {
          throw lost;
        }
      }
      pause();
    }
    throw GodwitException.transientError(
            "postgres.commit-unknown",
            "The connection was lost during a commit, and the server does not say whether it"
                + " happened.")
        .hint("Run again: a sync begins where the state in the database says.")
        .causedBy(lost);
  }

  private static @Nullable Connection reached(Server server) {
    try {
      return server.connect();
    } catch (GodwitException e) {
      return null;
    }
  }

  /// What has become of it; null where nobody knows yet. One that is still going on is ended, since
  /// whoever could have committed it is gone.
  private @Nullable String status(Connection connection) {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select pg_catalog.txid_status(?), (
              select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity
              where pid = ? and backend_xid = ?::text::xid)\
            """)) {
      select.setLong(1, id);
      select.setInt(2, process);
      select.setLong(3, id & 0xFFFF_FFFFL);
      try (ResultSet found = select.executeQuery()) {
        found.next();
        return found.getString(1);
      }
    } catch (SQLException e) {
      return null;
    }
  }

  private static void pause() {
    try {
      Sleeper.real().sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
