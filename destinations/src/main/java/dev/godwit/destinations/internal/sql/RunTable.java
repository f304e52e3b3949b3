package dev.godwit.destinations.internal.sql;

import dev.godwit.core.PastRun;
import dev.godwit.core.RunEntry;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The history of runs: one row a stream and run in `_godwit_runs`.
public final class RunTable {
  private RunTable() {}

  private static Map<String, String> columns(Dialect dialect) {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("run", "uuid");
    types.put("namespace", "varchar");
    types.put("stream", "varchar");
    types.put("started_at", "timestamp with time zone");
    types.put("ended_at", "timestamp with time zone");
    types.put("outcome", "varchar");
    types.put("problem", "varchar");
    types.put("warnings", "json");
    types.put("sync_mode", "varchar");
    types.put("write_mode", "varchar");
    types.put("generation", "bigint");
    types.put("delivery", "varchar");
    types.put("attempts", "integer");
    types.put("rows_read", "bigint");
    types.put("rows_filtered", "bigint");
    types.put("rows_quarantined", "bigint");
    types.put("rows_discarded", "bigint");
    types.put("rows_committed", "bigint");
    types.put("requests", "bigint");
    types.put("retries", "bigint");
    types.put("wire_bytes", "bigint");
    types.put("response_bytes", "bigint");
    types.put("waited_seconds", dialect.type(FieldType.DOUBLE));
    types.put("state_before", "json");
    types.put("state_after", "json");
    return types;
  }

  /// Adds the streams of a run that has just ended, all or none.
  public static void add(Connection connection, Dialect dialect, List<RunEntry> run, Instant now)
      throws SQLException {
    TableName table = TableName.own(dialect, connection, "runs");
    Map<String, String> columns = columns(dialect);
    new OwnTable(table, columns).create(connection, dialect);
    connection.setAutoCommit(false);
    insert(connection, table, columns, run, now);
    connection.commit();
  }

  /// The last runs of a stream that ended well, newest first.
  ///
  /// @param most how many at most
  public static List<PastRun> past(
      Connection connection, Dialect dialect, StreamName stream, int most) throws SQLException {
    TableName table = TableName.own(dialect, connection, "runs");
    if (!dialect.exists(connection, table)) {
      return List.of();
    }
    String sql =
        """
        select rows_read, requests, extract(epoch from (ended_at - started_at)), state_before is null
        from %s where %s and outcome = 'succeeded' order by ended_at desc limit %d\
        """
            .formatted(table.sql(), StreamKey.CONDITION, most);
    List<PastRun> past = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      StreamKey.set(select, stream);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          past.add(
              new PastRun(
                  found.getLong(1),
                  found.getLong(2),
                  Duration.ofMillis(Math.round(1_000 * found.getDouble(3))),
                  found.getBoolean(4)));
        }
      }
    }
    return past;
  }

  private static void insert(
      Connection connection,
      TableName table,
      Map<String, String> columns,
      List<RunEntry> run,
      Instant now)
      throws SQLException {
    String values =
        columns.values().stream()
            .map(type -> "cast(? as " + type + ")")
            .collect(Collectors.joining(", "));
    String sql =
        "insert into %s (%s) values (%s)"
            .formatted(table.sql(), String.join(", ", columns.keySet()), values);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (RunEntry entry : run) {
        List<@Nullable Object> row = row(entry, now);
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.execute();
      }
    }
  }

  /// Values in the order of the columns.
  private static List<@Nullable Object> row(RunEntry entry, Instant now) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(entry.run());
    row.add(entry.plan().name().namespace());
    row.add(entry.plan().name().name());
    row.add(now.minus(entry.duration()).toString());
    row.add(now.toString());
    row.add(entry.outcome());
    row.add(entry.problem());
    row.add(JsonWriter.text(entry.warnings()));
    row.add(entry.plan().stream().syncMode().wireName());
    row.add(entry.plan().stream().writeMode().wireName());
    row.add(entry.plan().generation().id());
    row.add(entry.delivery().words());
    row.add(entry.attempts());
    row.add(entry.rows().read());
    row.add(entry.rows().filtered());
    row.add(entry.rows().quarantined());
    row.add(entry.rows().discarded());
    row.add(entry.rows().committed());
    row.add(entry.traffic().requests());
    row.add(entry.traffic().retries());
    row.add(entry.traffic().wireBytes());
    row.add(entry.traffic().bytes());
    row.add(entry.traffic().waited().toMillis() / 1_000.0);
    row.add(json(entry.plan().state()));
    row.add(json(entry.stateAfter()));
    return row;
  }

  private static @Nullable String json(@Nullable StreamState state) {
    return state == null ? null : JsonWriter.text(state.value());
  }
}
