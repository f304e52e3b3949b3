package dev.godwit.destinations.duckdb;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each stream of a database has stored: one row a stream in `main._godwit_state`.
final class StateTable {
  static final TableName NAME = new TableName("main", "_godwit_state");

  /// The form of the rows. A higher number was written by a later Godwit, which may mean something else by it.
  private static final int VERSION = 1;

  private static final String CREATE =
      """
      create table if not exists main._godwit_state (
        namespace varchar,
        stream varchar not null,
        state json,
        generation bigint not null,
        version integer not null,
        committed_at timestamp with time zone not null)""";

  private static final String SELECT =
      """
      select state::varchar, generation, version from main._godwit_state
      where namespace is not distinct from ? and stream = ?""";

  private static final String DELETE =
      "delete from main._godwit_state where namespace is not distinct from ? and stream = ?";

  private static final String INSERT =
      """
      insert into main._godwit_state
      values (?, ?, ?::json, ?, ?, make_timestamptz(?))""";

  private static final String EXISTS =
      """
      select 1 from duckdb_tables()
      where database_name = current_database()
        and schema_name = 'main' and table_name = '_godwit_state'""";

  private StateTable() {}

  /// What is stored for one stream.
  ///
  /// @param state null when the stream keeps none
  /// @param generation how many refreshes have replaced the stream's rows
  record Entry(@Nullable StreamState state, long generation) {
    static final Entry NONE = new Entry(null, 0);
  }

  /// Reads a stream's entry; {@link Entry#NONE} when it was never synced.
  ///
  /// @throws GodwitException CONFIG `destination.newer-state` when a later Godwit wrote it
  static Entry read(Connection connection, StreamName stream) throws SQLException {
    if (!exists(connection)) {
      return Entry.NONE;
    }
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, stream.namespace());
      select.setString(2, stream.name());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? entry(row, stream) : Entry.NONE;
      }
    }
  }

  private static Entry entry(ResultSet row, StreamName stream) throws SQLException {
    int version = row.getInt(3);
    if (version > VERSION) {
      throw GodwitException.config(
              "destination.newer-state",
              "The state of stream %s has version %d; this Godwit knows versions up to %d."
                  .formatted(stream, version, VERSION))
          .hint("Update Godwit.");
    }
    String json = row.getString(1);
    return new Entry(json == null ? null : state(json, stream), row.getLong(2));
  }

  @SuppressWarnings("unchecked") // the parser makes maps of exactly this type
  private static StreamState state(String json, StreamName stream) {
    if (JsonParser.STRICT.parse(json) instanceof Map<?, ?> value) {
      return new StreamState(stream, (Map<String, @Nullable Object>) value);
    }
    throw GodwitException.config(
        "destination.bad-state", "The stored state of stream " + stream + " is not an object.");
  }

  /// The streams that have an entry.
  static List<StreamName> streams(Connection connection) throws SQLException {
    List<StreamName> streams = new ArrayList<>();
    if (exists(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("select namespace, stream from main._godwit_state")) {
        while (rows.next()) {
          streams.add(new StreamName(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return streams;
  }

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
    }
  }

  /// Replaces a stream's entry, as part of the connection's transaction.
  static void write(Connection connection, StreamName stream, Entry entry, Instant now)
      throws SQLException {
    StreamState state = entry.state();
    try (PreparedStatement delete = connection.prepareStatement(DELETE);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      delete.setString(1, stream.namespace());
      delete.setString(2, stream.name());
      delete.execute();
      insert.setString(1, stream.namespace());
      insert.setString(2, stream.name());
      insert.setString(3, state == null ? null : JsonWriter.text(state.value()));
      insert.setLong(4, entry.generation());
      insert.setInt(5, VERSION);
      insert.setLong(6, Math.multiplyExact(now.toEpochMilli(), 1000L));
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
