package dev.godwit.destinations.duckdb;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Generation;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.json.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One loading of one stream into a database file, as a sync does it.
final class Loading implements AutoCloseable {
  static final Clock NOON = Clock.fixed(Instant.parse("2024-06-01T12:00:00Z"), ZoneOffset.UTC);

  /// When rows are read: 2024-06-01T11:59:00Z.
  static final long READ_AT = NOON.millis() - 60_000;

  private final DuckDbDestination destination;
  private final StreamName stream;
  private final Map<Long, Long> rowsBySlice = new HashMap<>();
  final StreamWriter writer;

  Loading(Path file, ConfiguredStream stream) {
    this(file, plan(file, stream, stream.writeMode().replacesAll()));
  }

  Loading(Path file, StreamPlan plan) {
    this.destination = DuckDbDestination.open(file.toString(), NOON);
    this.stream = plan.name();
    this.writer = destination.open(plan);
  }

  /// A loading whose rows replace all others.
  static Loading replacing(Path file, ConfiguredStream stream) {
    return new Loading(file, plan(file, stream, true));
  }

  /// As a run would begin that goes on from nowhere.
  private static StreamPlan plan(Path file, ConfiguredStream stream, boolean replaces) {
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), NOON)) {
      long generation = destination.stored(stream.name()).generation();
      return new StreamPlan(
          stream,
          replaces ? Generation.replacing(generation + 1) : Generation.keeping(generation),
          null);
    }
  }

  /// A stream called `items` with a JSON Schema's properties, keyed by `id` unless the mode needs
  /// no key.
  static ConfiguredStream items(WriteMode mode, String properties) {
    return stream(StreamName.of("items"), mode, properties, List.of(), List.of(List.of("id")));
  }

  @SuppressWarnings(
      "NullAway") // the class file of a record loses the annotation of its constructor
  static ConfiguredStream stream(
      StreamName name,
      WriteMode mode,
      String properties,
      List<String> cursor,
      List<List<String>> key) {
    @Nullable Object parsed = JsonParser.STRICT.parse(properties);
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", parsed);
    Stream stream =
        new Stream(name, schema, EnumSet.allOf(SyncMode.class), null, cursor, key, false, false);
    return new ConfiguredStream(stream, SyncMode.INCREMENTAL, mode, cursor, key);
  }

  /// Loads rows in one slice from start to end and closes.
  static long load(Path file, ConfiguredStream stream, String... rows) {
    try (Loading loading = new Loading(file, stream)) {
      loading.append(0, rows);
      return loading.commit(Extent.COMPLETE, "done", 0);
    }
  }

  Slice slice(long number) {
    return new Slice(stream, number, Map.of(), Map.of(), Map.of());
  }

  /// Rows of one slice, in one batch; nothing where there are none.
  void append(long slice, String... rows) {
    JsonRows batch = batch(slice(slice), List.of(rows));
    if (batch != null) {
      append(batch);
    }
  }

  void append(JsonRows batch) {
    rowsBySlice.merge(batch.slice().number(), (long) batch.rows(), Long::sum);
    writer.append(batch);
  }

  /// Waits for what the database's thread has been asked for so far: another stream's writer is
  /// opened on it.
  void awaitWork() {
    ConfiguredStream other =
        stream(StreamName.of("another"), WriteMode.APPEND, "{}", List.of(), List.of());
    destination.open(new StreamPlan(other, Generation.keeping(0), null)).close();
  }

  /// Says that slices have no more rows.
  void end(long... slices) {
    for (long number : slices) {
      writer.ended(slice(number));
    }
  }

  static @Nullable JsonRows batch(Slice slice, List<String> rows) {
    return batch(slice, rows, READ_AT);
  }

  static @Nullable JsonRows batch(Slice slice, List<String> rows, long readAt) {
    StringBuilder page = new StringBuilder();
    JsonRows.Builder builder = new JsonRows.Builder();
    int at = 0;
    for (String row : rows) {
      page.append('#').append(row);
      int length = row.getBytes(StandardCharsets.UTF_8).length;
      builder.add(at + 1, at + 1 + length);
      at += 1 + length;
    }
    return builder.build(slice, page.toString().getBytes(StandardCharsets.UTF_8), readAt);
  }

  /// Commits finished slices with the state `{"cursor": cursor}`.
  long commit(Extent extent, String cursor, long... finished) {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("cursor", cursor);
    return commit(extent, new StreamState(stream, value), finished);
  }

  long commit(Extent extent, @Nullable StreamState state, long... finished) {
    return land(extent, state, finished).rows();
  }

  /// Commits finished slices without a state.
  Landing land(Extent extent, long... finished) {
    return land(extent, null, finished);
  }

  private Landing land(Extent extent, @Nullable StreamState state, long... finished) {
    List<Slice> slices = new ArrayList<>();
    long rows = 0;
    for (long number : finished) {
      slices.add(slice(number));
      rows += rowsBySlice.getOrDefault(number, 0L);
    }
    return writer.commit(new Checkpoint(stream, state, slices, rows, extent, ShrinkPolicy.ALLOW));
  }

  @Override
  public void close() {
    writer.close();
    destination.close();
  }

  /// The state that a file holds for a stream, read by a destination of its own.
  static @Nullable Map<String, @Nullable Object> state(Path file, StreamName stream) {
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), NOON)) {
      StreamState state = destination.stored(stream).state();
      return state == null ? null : state.value();
    }
  }

  /// Changes a file as its owner may.
  static void execute(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// All rows of a query.
  static List<List<@Nullable Object>> query(Path file, String sql) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (DuckDbQuery query = DuckDbQuery.run(file.toString(), sql)) {
      for (List<@Nullable Object> row = query.next(); row != null; row = query.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// The only value of a query.
  static @Nullable Object value(Path file, String sql) {
    return query(file, sql).getFirst().getFirst();
  }
}
