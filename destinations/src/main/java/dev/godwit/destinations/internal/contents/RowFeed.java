package dev.godwit.destinations.internal.contents;

import java.sql.SQLException;

/// The rows that a query selects, one after another. For one thread.
public interface RowFeed extends AutoCloseable {
  /// Moves to the next row.
  ///
  /// @return whether there is one
  boolean next() throws SQLException;

  /// The array that the row's text lies in, as UTF-8; until the next one.
  byte[] bytes();

  /// First byte of the row.
  int start();

  /// The byte after the row.
  int end();

  /// When the row was read from its source, in milliseconds since 1970.
  long emittedAt() throws SQLException;

  @Override
  void close() throws SQLException;
}
