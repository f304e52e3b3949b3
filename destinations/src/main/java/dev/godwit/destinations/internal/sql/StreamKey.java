package dev.godwit.destinations.internal.sql;

import dev.godwit.core.catalog.StreamName;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// How Godwit's own tables name a stream.
final class StreamKey {
  /// Takes the first two parameters of a statement.
  static final String CONDITION = "namespace is not distinct from ?::varchar and stream = ?";

  private StreamKey() {}

  /// Fills the first two parameters of a statement.
  static void set(PreparedStatement statement, StreamName stream) throws SQLException {
    statement.setString(1, stream.namespace());
    statement.setString(2, stream.name());
  }
}
