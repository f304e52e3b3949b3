package dev.godwit.destinations.internal.sql;

import dev.godwit.core.StoredStream;
import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.StreamShape;
import dev.godwit.destinations.internal.stored.ShapeJson;
import dev.godwit.destinations.internal.stored.UnfinishedJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What each stream of a database has stored: one row a stream in `_godwit_state`.
public final class StateTable {
  /// The form of the rows. A higher number was written by a later Godwit, which may mean something
  /// else by it.
  private static final int VERSION = 1;

  private static final String SHAPE = "shape";

  private StateTable() {}

  /// A row as it stands there, not yet understood.
  public record Row(
      @Nullable String state,
      long generation,
      int version,
      @Nullable String unfinished,
      @Nullable String shape) {
    /// What the row says about a stream.
    ///
    /// @throws GodwitException CONFIG `destination.newer-state` when a later Godwit wrote it
    public StoredStream stored(StreamName stream) {
      if (version > VERSION) {
        throw GodwitException.config(
                "destination.newer-state",
                "The state of stream %s has version %d; this Godwit knows versions up to %d."
                    .formatted(stream, version, VERSION))
            .hint("Update Godwit.");
      }
      StreamState parsed = state == null ? null : parsed(state, stream);
      return new StoredStream(
          parsed,
          generation,
          unfinished == null ? null : UnfinishedJson.read(stream, unfinished),
          shape == null ? null : ShapeJson.read(shape),
          state != null && parsed == null ? noObject(stream) : null);
    }
  }

  @SuppressWarnings("unchecked") // the parser makes maps of exactly this type
  private static @Nullable StreamState parsed(String json, StreamName stream) {
    return JsonParser.STRICT.parse(json) instanceof Map<?, ?> value
        ? new StreamState(stream, (Map<String, @Nullable Object>) value)
        : null;
  }

  private static GodwitException noObject(StreamName stream) {
    return GodwitException.config(
            "destination.bad-state", "The stored state of stream " + stream + " is not an object.")
        .hint("Run with --full-refresh, which reads the stream from its beginning.");
  }

  /// Reads a stream's entry; {@link StoredStream#NONE} when it was never synced.
  ///
  /// @throws GodwitException CONFIG `destination.newer-state` when a later Godwit wrote it
  public static StoredStream read(Connection connection, Dialect dialect, StreamName stream)
      throws SQLException {
    Row row = readAll(connection, dialect).get(stream);
    return row == null ? StoredStream.NONE : row.stored(stream);
  }

  /// All rows by stream; none when nothing was ever synced.
  public static Map<StreamName, Row> readAll(Connection connection, Dialect dialect)
      throws SQLException {
    TableName table = name(dialect, connection);
    Map<StreamName, Row> rows = new HashMap<>();
    Set<String> columns = dialect.columns(connection, table).keySet();
    if (!columns.isEmpty()) {
      try (Statement statement = connection.createStatement();
          ResultSet found =
              statement.executeQuery(
                  """
                  select namespace, stream, state::varchar, generation, version, refresh::varchar,
                    %s
                  from %s\
                  """
                      .formatted(
                          columns.contains(SHAPE) ? SHAPE + "::varchar" : "null::varchar",
                          table.sql()))) {
        while (found.next()) {
          StreamName stream = new StreamName(found.getString(1), found.getString(2));
          rows.put(
              stream,
              new Row(
                  found.getString(3),
                  found.getLong(4),
                  found.getInt(5),
                  unfinished(connection, dialect, stream, found.getString(6)),
                  found.getString(7)));
        }
      } catch (SQLException e) {
        if (dialect.isAboutColumns(e)) {
          throw unreadable(table, e);
        }
        throw e;
      }
    }
    return rows;
  }

  /// A replacement whose rows somebody has removed can't be gone on with.
  private static @Nullable String unfinished(
      Connection connection, Dialect dialect, StreamName stream, @Nullable String refresh)
      throws SQLException {
    return refresh != null
            && dialect.exists(
                connection, TableName.of(dialect, connection, stream).refresh(dialect))
        ? refresh
        : null;
  }

  private static TableName name(Dialect dialect, Connection connection) throws SQLException {
    return TableName.own(dialect, connection, "state");
  }

  private static GodwitException unreadable(TableName table, SQLException cause) {
    return GodwitException.config(
            "destination.bad-state",
            "The table %s.%s lacks columns that it must have."
                .formatted(table.schema(), table.table()))
        .hint("Put the table back from a copy, or rename it and write to another database.")
        .causedBy(cause);
  }

  static void create(Connection connection, Dialect dialect) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("namespace", "varchar");
    columns.put("stream", "varchar not null");
    columns.put("state", "json");
    columns.put("refresh", "json");
    columns.put("generation", "bigint not null");
    columns.put("version", "integer not null");
    columns.put("committed_at", "timestamp with time zone not null");
    columns.put(SHAPE, "json");
    new OwnTable(name(dialect, connection), columns).create(connection, dialect);
  }

  /// Replaces a stream's entry, as part of the connection's transaction. A state that can't be read
  /// stays as it is.
  static void write(
      Connection connection, Dialect dialect, StreamName stream, StoredStream stored, Instant now)
      throws SQLException {
    String table = name(dialect, connection).sql();
    StreamState state = stored.state();
    Unfinished unfinished = stored.unfinished();
    StreamShape shape = stored.shape();
    try (PreparedStatement delete =
            connection.prepareStatement("delete from " + table + " where " + StreamKey.CONDITION);
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into %s (namespace, stream, state, refresh, generation, version, shape,
                  committed_at)
                values (?, ?, ?::json, ?::json, ?, ?, ?::json, %s)\
                """
                    .formatted(table, dialect.instant(now)))) {
      String damaged = stored.damage() == null ? null : stateText(connection, table, stream);
      StreamKey.set(delete, stream);
      delete.execute();
      StreamKey.set(insert, stream);
      insert.setString(3, state == null ? damaged : JsonWriter.text(state.value()));
      insert.setString(4, unfinished == null ? null : UnfinishedJson.write(unfinished));
      insert.setLong(5, stored.generation());
      insert.setInt(6, VERSION);
      insert.setString(7, shape == null ? null : ShapeJson.write(shape));
      insert.execute();
    }
  }

  private static @Nullable String stateText(Connection connection, String table, StreamName stream)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select state::varchar from %s where %s".formatted(table, StreamKey.CONDITION))) {
      StreamKey.set(select, stream);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? found.getString(1) : null;
      }
    }
  }
}
