package dev.godwit.destinations.duckdb;

import dev.godwit.core.StoredStream;
import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each stream of a database has stored: one row a stream in `main._godwit_state`.
final class StateTable {
  /// The form of the rows. A higher number was written by a later Godwit, which may mean something
  /// else by it.
  private static final int VERSION = 1;

  private static final String CREATE =
      """
      create table if not exists main._godwit_state (
        namespace varchar,
        stream varchar not null,
        state json,
        refresh json,
        generation bigint not null,
        version integer not null,
        committed_at timestamp with time zone not null)\
      """;

  /// A replacement whose rows somebody has removed can't be gone on with.
  private static final String SELECT =
      """
      select namespace, stream, state::varchar, generation, version,
        case when exists (
          select 1 from duckdb_tables() as t
          where t.database_name = current_database()
            and lower(t.schema_name) = lower(coalesce(nullif(s.namespace, ''), 'main'))
            and lower(t.table_name) = lower('%s' || s.stream))
        then refresh::varchar end
      from main._godwit_state as s\
      """
          .formatted(TableName.REFRESH);

  private static final String DELETE =
      "delete from main._godwit_state where namespace is not distinct from ? and stream = ?";

  private static final String INSERT =
      """
      insert into main._godwit_state
      values (?, ?, ?::json, ?::json, ?, ?, make_timestamptz(?))\
      """;

  private static final String EXISTS =
      """
      select 1 from duckdb_tables()
      where database_name = current_database()
        and schema_name = 'main' and table_name = '_godwit_state'\
      """;

  private StateTable() {}

  /// A row as it stands there, not yet understood.
  record Row(@Nullable String state, long generation, int version, @Nullable String unfinished) {
    /// What the row says about a stream.
    ///
    /// @throws GodwitException CONFIG `destination.newer-state` when a later Godwit wrote it
    StoredStream stored(StreamName stream) {
      if (version > VERSION) {
        throw GodwitException.config(
                "destination.newer-state",
                "The state of stream %s has version %d; this Godwit knows versions up to %d."
                    .formatted(stream, version, VERSION))
            .hint("Update Godwit.");
      }
      return new StoredStream(
          state == null ? null : parsed(state, stream),
          generation,
          unfinished == null ? null : UnfinishedJson.read(stream, unfinished));
    }
  }

  @SuppressWarnings("unchecked") // the parser makes maps of exactly this type
  private static StreamState parsed(String json, StreamName stream) {
    if (JsonParser.STRICT.parse(json) instanceof Map<?, ?> value) {
      return new StreamState(stream, (Map<String, @Nullable Object>) value);
    }
    throw GodwitException.config(
            "destination.bad-state", "The stored state of stream " + stream + " is not an object.")
        .hint("Delete the stream's row in main._godwit_state; it is then read from its beginning.");
  }

  /// Reads a stream's entry; {@link StoredStream#NONE} when it was never synced.
  ///
  /// @throws GodwitException CONFIG `destination.newer-state` when a later Godwit wrote it
  static StoredStream read(Connection connection, StreamName stream) throws SQLException {
    Row row = readAll(connection).get(stream);
    return row == null ? StoredStream.NONE : row.stored(stream);
  }

  /// All rows by stream; none when nothing was ever synced.
  static Map<StreamName, Row> readAll(Connection connection) throws SQLException {
    Map<StreamName, Row> rows = new HashMap<>();
    if (exists(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery(SELECT)) {
        while (found.next()) {
          rows.put(
              new StreamName(found.getString(1), found.getString(2)),
              new Row(found.getString(3), found.getLong(4), found.getInt(5), found.getString(6)));
        }
      } catch (SQLException e) {
        if (DuckDbErrors.isAboutColumns(e)) {
          throw unreadable(e);
        }
        throw e;
      }
    }
    return rows;
  }

  private static GodwitException unreadable(SQLException cause) {
    return GodwitException.config(
            "destination.bad-state",
            "The table main._godwit_state lacks columns that it must have.")
        .hint("Put the table back from a copy of the file, or rename it and write to another file.")
        .causedBy(cause);
  }

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
    }
  }

  /// Replaces a stream's entry, as part of the connection's transaction.
  static void write(Connection connection, StreamName stream, StoredStream stored, Instant now)
      throws SQLException {
    StreamState state = stored.state();
    Unfinished unfinished = stored.unfinished();
    try (PreparedStatement delete = connection.prepareStatement(DELETE);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      delete.setString(1, stream.namespace());
      delete.setString(2, stream.name());
      delete.execute();
      insert.setString(1, stream.namespace());
      insert.setString(2, stream.name());
      insert.setString(3, state == null ? null : JsonWriter.text(state.value()));
      insert.setString(4, unfinished == null ? null : UnfinishedJson.write(unfinished));
      insert.setLong(5, stored.generation());
      insert.setInt(6, VERSION);
      insert.setLong(7, Math.multiplyExact(now.toEpochMilli(), 1000L));
      insert.execute();
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(EXISTS)) {
      return found.next();
    }
  }
}
