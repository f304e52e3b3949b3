package dev.godwit.destinations.duckdb;

import dev.godwit.core.CursorRange;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far back-fills have come that were interrupted: one row each in `main._godwit_backfills`.
final class BackfillTable {
  private static final String CREATE =
      """
      create table if not exists main._godwit_backfills (
        namespace varchar,
        stream varchar not null,
        range_from varchar not null,
        range_to varchar,
        state json not null)\
      """;

  private static final String EXISTS =
      """
      from duckdb_tables()
      where database_name = current_database()
        and schema_name = 'main' and table_name = '_godwit_backfills'\
      """;

  private static final String RANGE =
      """
      main._godwit_backfills where namespace is not distinct from ? and stream = ?
        and range_from = ? and range_to is not distinct from ?\
      """;

  private BackfillTable() {}

  /// Where a back-fill stopped; null when it was not begun, or is done.
  @SuppressWarnings("unchecked") // the parser makes maps of exactly this type
  static @Nullable StreamState read(Connection connection, StreamName stream, CursorRange range)
      throws SQLException {
    if (!exists(connection)) {
      return null;
    }
    try (PreparedStatement select =
        connection.prepareStatement("select state::varchar from " + RANGE)) {
      name(select, stream, range);
      try (ResultSet found = select.executeQuery()) {
        return found.next()
                && JsonParser.STRICT.parse(found.getString(1)) instanceof Map<?, ?> value
            ? new StreamState(stream, (Map<String, @Nullable Object>) value)
            : null;
      }
    }
  }

  /// Notes how far a back-fill has come, as part of the connection's transaction.
  ///
  /// @param state null when it is done, or can't be gone on with
  static void write(
      Connection connection, StreamName stream, CursorRange range, @Nullable StreamState state)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("delete from " + RANGE)) {
      name(delete, stream, range);
      delete.execute();
    }
    if (state == null) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into main._godwit_backfills values (?, ?, ?, ?, ?::json)")) {
      name(insert, stream, range);
      insert.setString(5, JsonWriter.text(state.value()));
      insert.execute();
    }
  }

  private static void name(PreparedStatement statement, StreamName stream, CursorRange range)
      throws SQLException {
    statement.setString(1, stream.namespace());
    statement.setString(2, stream.name());
    statement.setString(3, range.from());
    statement.setString(4, range.to());
  }

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
    }
  }

  /// Forgets all back-fills of a stream, as part of the connection's transaction.
  static void clear(Connection connection, StreamName stream) throws SQLException {
    if (!exists(connection)) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from main._godwit_backfills"
                + " where namespace is not distinct from ? and stream = ?")) {
      delete.setString(1, stream.namespace());
      delete.setString(2, stream.name());
      delete.execute();
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return Counting.rows(statement, EXISTS) > 0;
    }
  }
}
