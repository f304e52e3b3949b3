package dev.godwit.destinations.postgres;

import dev.godwit.destinations.internal.contents.Relation;
import dev.godwit.destinations.internal.contents.RowFeed;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// Rows that a server copies out, in the binary form: a message is a tuple of the row's text and of
/// when it was read.
final class PostgresFeed implements RowFeed {
  private final Connection connection;
  private final CopyOut copy;
  private byte[] message = {};
  private int start;
  private int end;

  private PostgresFeed(Connection connection, CopyOut copy) {
    this.connection = connection;
    this.copy = copy;
  }

  /// Selects the rows of a relation.
  ///
  /// @param connection closed with the feed, and where the query fails
  static PostgresFeed open(
      Connection connection, PostgresDialect dialect, Relation relation, long now)
      throws SQLException {
    try {
      String select = relation.select(dialect, "%s", now);
      return new PostgresFeed(
          connection,
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("copy (" + select + ") to stdout (format binary)"));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// The header comes with the first tuple. After the last one there is a count that is none.
  @Override
  public boolean next() throws SQLException {
    int header = message.length == 0 ? Copying.HEADER.length : 0;
    byte[] received = copy.readFromCopy();
    if (received == null) {
      return false;
    }
    message = received;
    ByteBuffer tuple = ByteBuffer.wrap(received).position(header);
    if (tuple.getShort() < 0) {
      return next();
    }
    int length = tuple.getInt();
    start = tuple.position();
    end = start + length;
    return true;
  }

  @Override
  public byte[] bytes() {
    return message;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  @Override
  public long emittedAt() {
    return ByteBuffer.wrap(message).getLong(end + Integer.BYTES);
  }

  /// A copy that goes on is not waited for.
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
