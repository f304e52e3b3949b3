package dev.godwit.destinations.postgres;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.destinations.internal.sql.CommitStep;
import dev.godwit.testkit.ScriptedSlice;
import dev.godwit.testkit.ScriptedSource;
import dev.godwit.testkit.ScriptedStream;
import dev.godwit.testkit.Syncing;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Syncs of single streams into a database.
final class Syncs {
  private Syncs() {}

  /// A stream that is called `items`.
  static Stream items(String properties, String... key) {
    return stream(StreamName.of("items"), properties, List.of(), key);
  }

  @SuppressWarnings(
      "NullAway") // the class file of a record loses the annotation of its constructor
  static Stream stream(StreamName name, String properties, List<String> cursor, String... key) {
    @Nullable Object parsed = JsonParser.STRICT.parse(properties);
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", parsed);
    List<List<String>> parts =
        java.util.Arrays.stream(key).map(part -> List.of(part.split("/"))).toList();
    return new Stream(
        name, schema, EnumSet.allOf(SyncMode.class), null, cursor, parts, false, false);
  }

  static Destination open(TestDatabase database) {
    return PostgresDestination.open(database.url(), Clock.systemUTC());
  }

  static Destination open(TestDatabase database, CommitStep.Listener steps) {
    return PostgresDestination.open(
        database.url(), Clock.systemUTC(), steps, Map.of("PGPASSWORD", "none"));
  }

  /// Syncs rows in one slice.
  static StreamReport sync(
      Destination destination, WriteMode mode, long reading, Stream stream, String... rows) {
    ScriptedStream script =
        ScriptedStream.of(stream, ScriptedSlice.of(List.of(rows))).reading(reading);
    return Syncing.run(new ScriptedSource(1, List.of(script)), destination, mode)
        .streams()
        .getFirst();
  }

  static void landed(
      TestDatabase database, WriteMode mode, long reading, Stream stream, String... rows) {
    try (Destination destination = open(database)) {
      StreamReport report = sync(destination, mode, reading, stream, rows);
      if (report.error() != null) {
        throw new AssertionError(report.error());
      }
    }
  }

  static GodwitException refused(
      TestDatabase database, WriteMode mode, long reading, Stream stream, String... rows) {
    try (Destination destination = open(database)) {
      return Objects.requireNonNull(
          sync(destination, mode, reading, stream, rows).error(), "the sync succeeded");
    }
  }
}
