package dev.godwit.destinations.internal.sql;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Landing.Replacement;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.WriteMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/// How rows that collected beside a table take its place, once the stream is complete. To be used
/// inside a transaction.
sealed interface Takeover {
  static Takeover of(Dialect dialect, ConfiguredStream stream, StreamTable main) {
    return stream.writeMode() == WriteMode.HISTORY
        ? new IntoHistory(main, Identity.of(dialect, stream, main.shape()))
        : new Swap(dialect, main.name());
  }

  /// Has the collected rows take over, unless the checkpoint objects.
  ///
  /// @param collected the table that they lie in; gone afterwards
  Replacement run(Connection connection, TableName collected, Checkpoint checkpoint, Instant now)
      throws SQLException;

  /// The tables change names.
  record Swap(Dialect dialect, TableName main) implements Takeover {
    @Override
    public Replacement run(
        Connection connection, TableName collected, Checkpoint checkpoint, Instant now)
        throws SQLException {
      try (Statement statement = connection.createStatement()) {
        boolean exists = dialect.exists(connection, main);
        Replacement replacement =
            new Replacement(
                exists ? Counting.rows(statement, "from " + main.sql()) : 0,
                Counting.rows(statement, "from " + collected.sql()));
        checkpoint.require(replacement);
        dialect.replace(statement, main, collected);
        return replacement;
      }
    }
  }

  /// The rows become versions, and those that are not among them end.
  record IntoHistory(StreamTable main, Identity identity) implements Takeover {
    @Override
    public Replacement run(
        Connection connection, TableName collected, Checkpoint checkpoint, Instant now)
        throws SQLException {
      try (Statement statement = connection.createStatement()) {
        main.prepare(connection, statement, identity.dialect());
        History history = new History(main, identity.of(statement, collected.sql()));
        Replacement replacement = history.replacement(statement, collected.sql());
        checkpoint.require(replacement);
        history.addAll(statement, collected.sql(), identity.dialect().instant(now));
        statement.execute("drop table " + collected.sql());
        return replacement;
      }
    }
  }
}
