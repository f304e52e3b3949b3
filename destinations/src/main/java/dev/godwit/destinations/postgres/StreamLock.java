package dev.godwit.destinations.postgres;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/// Lets one sync at a time write a table, by an advisory lock that a connection holds until it
/// ends, however it ends.
final class StreamLock {
  /// A process that was killed may have left a statement that goes on for a moment.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String NOT_AVAILABLE = "55P03";

  private StreamLock() {}

  /// Takes the lock, or waits a while for it.
  ///
  /// @throws GodwitException TRANSIENT `postgres.stream-busy` when another sync holds it
  static void take(Connection connection, String schema, StreamName stream) throws SQLException {
    try (Statement settings = connection.createStatement();
        PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?)")) {
      settings.execute("set lock_timeout = " + PATIENCE.toMillis());
      lock.setLong(1, key(schema, stream));
      lock.execute();
      settings.execute("set lock_timeout = 0");
    } catch (SQLException e) {
      if (PostgresErrors.state(e).equals(NOT_AVAILABLE)) {
        throw GodwitException.transientError(
                "postgres.stream-busy", "Another sync is writing stream " + stream + ".")
            .hint("Wait for it, or stop it, and run again.");
      }
      throw e;
    }
  }

  /// Held while something is created that several may create at the same time.
  static long creationKey() {
    return key("", StreamName.of("_godwit_creation"));
  }

  private static long key(String schema, StreamName stream) {
    String namespace = stream.namespace();
    String place = namespace == null || namespace.isEmpty() ? schema : namespace;
    byte[] name = ("godwit\0" + place + "\0" + stream.name()).getBytes(StandardCharsets.UTF_8);
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
