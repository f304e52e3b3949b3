package dev.godwit.destinations.internal.sql;

import dev.godwit.core.CursorRange;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far back-fills have come that were interrupted: one row each in `_godwit_backfills`.
public final class BackfillTable {
  private static final String RANGE =
      StreamKey.CONDITION + " and range_from = ? and range_to is not distinct from ?::varchar";

  private BackfillTable() {}

  /// Where a back-fill stopped; null when it was not begun, or is done.
  @SuppressWarnings("unchecked") // the parser makes maps of exactly this type
  public static @Nullable StreamState read(
      Connection connection, Dialect dialect, StreamName stream, CursorRange range)
      throws SQLException {
    TableName table = name(dialect, connection);
    if (!dialect.exists(connection, table)) {
      return null;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "select state::varchar from %s where %s".formatted(table.sql(), RANGE))) {
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
      Connection connection,
      Dialect dialect,
      StreamName stream,
      CursorRange range,
      @Nullable StreamState state)
      throws SQLException {
    String table = name(dialect, connection).sql();
    try (PreparedStatement delete =
        connection.prepareStatement("delete from %s where %s".formatted(table, RANGE))) {
      name(delete, stream, range);
      delete.execute();
    }
    if (state == null) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + table + " values (?, ?, ?, ?, ?::json)")) {
      name(insert, stream, range);
      insert.setString(5, JsonWriter.text(state.value()));
      insert.execute();
    }
  }

  private static void name(PreparedStatement statement, StreamName stream, CursorRange range)
      throws SQLException {
    StreamKey.set(statement, stream);
    statement.setString(3, range.beginning());
    statement.setString(4, range.to());
  }

  private static TableName name(Dialect dialect, Connection connection) throws SQLException {
    return TableName.own(dialect, connection, "backfills");
  }

  static void create(Connection connection, Dialect dialect) throws SQLException {
    dialect.createOnce(
        connection,
        name(dialect, connection),
        """
        namespace varchar,
        stream varchar not null,
        range_from varchar not null,
        range_to varchar,
        state json not null\
        """);
  }

  /// Forgets all back-fills of a stream, as part of the connection's transaction.
  static void clear(Connection connection, Dialect dialect, StreamName stream) throws SQLException {
    TableName table = name(dialect, connection);
    if (!dialect.exists(connection, table)) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from %s where %s".formatted(table.sql(), StreamKey.CONDITION))) {
      StreamKey.set(delete, stream);
      delete.execute();
    }
  }
}
