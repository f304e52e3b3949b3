package dev.godwit.destinations.internal.sql;

import dev.godwit.core.PastRun;
import dev.godwit.core.RunEntry;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.stored.RunFields;
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
        Map<String, @Nullable Object> row = RunFields.of(entry, now);
        int parameter = 0;
        for (String column : columns.keySet()) {
          insert.setObject(++parameter, plain(row.get(column)));
        }
        insert.execute();
      }
    }
  }

  /// Nested values as their JSON.
  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Map<?, ?> || value instanceof List<?> ? JsonWriter.text(value) : value;
  }
}
