package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Connection;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Destination;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.Planner;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.testkit.ScriptedSlice;
import dev.godwit.testkit.ScriptedSource;
import dev.godwit.testkit.ScriptedStream;
import dev.godwit.testkit.Syncing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads partitions of a stream again: slices are partitions, whose key is `part`.
class PartitionBackfillTest {
  private static final StreamName ITEMS = StreamName.of("items");
  private static final ConfiguredStream STREAM =
      Loading.items(
          WriteMode.APPEND_DEDUP,
          "{\"id\": {\"type\": \"integer\"}, \"text\": {\"type\": \"string\"}}");

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void sync() {
    file = folder.resolve("shop.duckdb");
    ScriptedStream first = stream(1, rows("old"));
    try (Destination destination = open()) {
      Syncing.run(new ScriptedSource(1, List.of(first)), destination, WriteMode.APPEND_DEDUP);
    }
  }

  private Destination open() {
    return DuckDbDestination.open(file.toString(), Clock.systemUTC());
  }

  private static ScriptedStream stream(long reading, ScriptedSlice... slices) {
    return ScriptedStream.of(STREAM.stream(), slices).reading(reading);
  }

  /// Three partitions of a row each.
  private static ScriptedSlice[] rows(String text) {
    ScriptedSlice[] slices = new ScriptedSlice[3];
    for (int i = 0; i < slices.length; i++) {
      slices[i] = ScriptedSlice.of(List.of("{\"id\":%d,\"text\":\"%s\"}".formatted(i, text)));
    }
    return slices;
  }

  private StreamReport backfill(Map<String, Set<String>> partitions, ScriptedSlice... slices) {
    return backfill(WriteMode.APPEND_DEDUP, SyncMode.INCREMENTAL, partitions, slices);
  }

  private StreamReport backfill(
      WriteMode mode, SyncMode read, Map<String, Set<String>> partitions, ScriptedSlice... slices) {
    ConfiguredStream configured =
        new ConfiguredStream(
            STREAM.stream(), read, mode, STREAM.cursorField(), STREAM.primaryKey());
    Connection connection =
        new Connection("test", "script", "tested", new ConfiguredCatalog(List.of(configured)));
    CursorRange range = new CursorRange(null, null, new TreeMap<>(partitions));
    ScriptedSource source = new ScriptedSource(2, List.of(stream(2, slices)));
    try (Destination destination = open()) {
      return new SyncRun(
              new Planner(connection, destination, Instant.now()).backfill(range),
              source,
              destination,
              SyncListener.SILENT)
          .run()
          .streams()
          .getFirst();
    }
  }

  private @Nullable Object texts() {
    return Loading.value(file, "select string_agg(text, ' ' order by id) from items");
  }

  private Map<String, @Nullable Object> state() {
    return Loading.state(file, ITEMS);
  }

  @Test
  void onlyTheNamedPartitionsAreReadAndTheStateStays() {
    Map<String, @Nullable Object> before = state();
    StreamReport report = backfill(Map.of("part", Set.of("0", "2")), rows("new"));
    assertThat(report.error()).isNull();
    assertThat(report.rowsRead()).isEqualTo(2);
    assertThat(texts()).isEqualTo("new old new");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aStreamThatIsReadWholeHasPartitionsToo() {
    StreamReport report =
        backfill(
            WriteMode.APPEND_DEDUP,
            SyncMode.FULL_REFRESH,
            Map.of("part", Set.of("1")),
            rows("new"));
    assertThat(report.error()).isNull();
    assertThat(texts()).isEqualTo("old new old");
  }

  @Test
  void anInterruptedOneGoesOnWhereItStopped() {
    ScriptedSlice[] slices = rows("new");
    slices[2] = slices[2].failing();
    Map<String, Set<String>> two = Map.of("part", Set.of("0", "2"));
    assertThat(backfill(two, slices).succeeded()).isFalse();
    assertThat(texts()).isEqualTo("new old old");
    StreamReport rest = backfill(two, rows("newer"));
    assertThat(rest.rowsRead()).isEqualTo(1);
    assertThat(texts()).isEqualTo("new old newer");
    assertThat(backfill(two, rows("newest")).rowsRead()).as("begins anew").isEqualTo(2);
  }

  @Test
  void partitionsThatDoNotExistAreAnErrorThatNamesTheKeys() {
    StreamReport report = backfill(Map.of("region", Set.of("eu")), rows("new"));
    GodwitException error = report.error();
    assertThat(error).isNotNull();
    assertThat(error.code()).isEqualTo("source.no-partition");
    assertThat(error.describe()).contains("region=eu", "keys part");
    assertThat(texts()).isEqualTo("old old old");
  }

  @Test
  void rowsThatAreReplacedTogetherAreRefused() {
    assertThatThrownBy(() ->
            backfill(
                WriteMode.OVERWRITE,
                SyncMode.FULL_REFRESH,
                Map.of("part", Set.of("1")),
                rows("new")))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("source.no-backfill"));
  }
}
