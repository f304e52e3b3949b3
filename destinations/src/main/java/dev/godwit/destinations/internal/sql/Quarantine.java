package dev.godwit.destinations.internal.sql;

import dev.godwit.destinations.internal.stored.QuarantineRows;
import java.sql.Connection;
import java.sql.SQLException;

/// Where rows lie that may not land where they belong: `_godwit_quarantine`, one table for all
/// streams.
final class Quarantine {
  private Quarantine() {}

  static StreamTable table(Connection connection, Dialect dialect, long generation)
      throws SQLException {
    return new StreamTable(
        TableName.own(dialect, connection, "quarantine"), QuarantineRows.SHAPE, generation);
  }
}
