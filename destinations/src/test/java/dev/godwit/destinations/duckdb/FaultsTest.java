package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Destination;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.destinations.SmallDisk;
import dev.godwit.testkit.ScriptedSlice;
import dev.godwit.testkit.ScriptedSource;
import dev.godwit.testkit.ScriptedStream;
import dev.godwit.testkit.Syncing;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the world around a database does to it.
class FaultsTest {
  private static final ConfiguredStream STREAM =
      Loading.items(
          WriteMode.APPEND_DEDUP,
          "{\"id\": {\"type\": \"integer\"}, \"text\": {\"type\": \"string\"}}");

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  private SyncReport refresh(ScriptedSlice... slices) {
    ScriptedStream stream = ScriptedStream.of(STREAM.stream(), slices);
    try (Destination destination = DuckDbDestination.open(file.toString(), Clock.systemUTC())) {
      return Syncing.run(
          new ScriptedSource(1, List.of(stream)),
          destination,
          WriteMode.APPEND_DEDUP,
          Refresh.TRUNCATE);
    }
  }

  private StreamReport sync(WriteMode mode, long reading, ScriptedSlice... slices) {
    ScriptedStream stream = ScriptedStream.of(STREAM.stream(), slices).reading(reading);
    try (Destination destination = DuckDbDestination.open(file.toString(), Clock.systemUTC())) {
      return Syncing.run(new ScriptedSource(1, List.of(stream)), destination, mode)
          .streams()
          .getFirst();
    }
  }

  private static ScriptedSlice rows(int from, int to, int length) {
    return ScriptedSlice.of(
        IntStream.range(from, to)
            .mapToObj(id -> "{\"id\":%d,\"text\":\"%s\"}".formatted(id, noise(id, length)))
            .toList());
  }

  /// Text that does not compress well.
  private static String noise(int seed, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < length; i++) {
      text.append(Long.toHexString((seed * 31L + i) * 0x9E3779B97F4A7C15L));
    }
    return text.substring(0, length);
  }

  private static String code(StreamReport report) {
    return Objects.requireNonNull(report.error(), "the sync succeeded").code();
  }

  private @Nullable Object count() {
    return Loading.value(file, "select count(*) from items");
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      names = {"APPEND", "OVERWRITE", "APPEND_DEDUP", "OVERWRITE_DEDUP", "HISTORY"})
  void aFullDiskLosesNothingAndTheNextRunGoesOn(WriteMode mode) throws Exception {
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 16)) {
      file = disk.folder().resolve("shop.duckdb");
      assertThat(sync(mode, 1, rows(0, 10, 10)).succeeded()).isTrue();
      ScriptedSlice[] many =
          IntStream.range(0, 10)
              .mapToObj(i -> rows(10 + 500 * i, 510 + 500 * i, 10_000))
              .toArray(ScriptedSlice[]::new);
      StreamReport full = sync(mode, 2, many);
      assertThat(code(full)).isIn("duckdb.disk-full", "duckdb.staging");
      assertThat(count()).isEqualTo(10 + (mode.replacesAll() ? 0 : full.rowsCommitted()));
      disk.growTo(300);
      assertThat(sync(mode, 2, many).succeeded()).isTrue();
      assertThat(count()).isEqualTo(mode.replacesAll() ? 5000L : 5010L);
      assertThat(Loading.value(file, "select count(distinct id) from items")).isEqualTo(count());
    }
  }

  @Test
  void aFolderThatBecameReadOnlyIsRefusedAndItsRowsCanStillBeRead() throws Exception {
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 16)) {
      file = disk.folder().resolve("shop.duckdb");
      assertThat(sync(WriteMode.APPEND, 1, rows(0, 10, 10)).succeeded()).isTrue();
      disk.lock();
      assertThat(code(sync(WriteMode.APPEND, 2, rows(10, 20, 10)))).isEqualTo("duckdb.no-access");
      assertThat(count()).isEqualTo(10L);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update _godwit_state set state = '[1]'|destination.bad-state",
        "update _godwit_state set state = '\"text\"'|destination.bad-state",
        "alter table _godwit_state drop column state|destination.bad-state",
        "create or replace table _godwit_state (x integer)|destination.bad-state",
        "update _godwit_state set version = 99|destination.newer-state"
      })
  void aStateThatMakesNoSenseIsRefusedAndNothingIsTouched(String damage, String code)
      throws SQLException {
    assertThat(sync(WriteMode.APPEND_DEDUP, 1, rows(0, 10, 10)).succeeded()).isTrue();
    execute(damage);
    assertThatThrownBy(() -> sync(WriteMode.APPEND_DEDUP, 2, rows(5, 20, 10)))
        .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(code));
    assertThat(count()).isEqualTo(10L);
  }

  @Test
  void aRefreshThatReplacesEverythingNeedsNoStateThatCanBeRead() throws SQLException {
    assertThat(sync(WriteMode.APPEND_DEDUP, 1, rows(0, 10, 10)).succeeded()).isTrue();
    execute("update _godwit_state set state = '[1]'");
    SyncReport interrupted = refresh(rows(0, 15, 10), rows(15, 20, 10).failing());
    assertThat(interrupted.warnings()).singleElement().asString().contains("items");
    assertThat(count()).isEqualTo(10L);
    assertThat(Loading.value(file, "select state::varchar from _godwit_state")).isEqualTo("[1]");
    assertThat(refresh(rows(0, 15, 10), rows(15, 20, 10)).succeeded()).isTrue();
    assertThat(count()).isEqualTo(20L);
    assertThat(sync(WriteMode.APPEND_DEDUP, 2, rows(0, 20, 10)).succeeded()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {"'{}'", "'[1]'", "'{\"generation\":2,\"sync_mode\":\"NEVER\"}'", "null"})
  void aReplacementThatMakesNoSenseBeginsAnew(String unfinished) throws SQLException {
    assertThat(sync(WriteMode.OVERWRITE, 1, rows(0, 10, 10)).succeeded()).isTrue();
    sync(WriteMode.OVERWRITE, 2, rows(20, 25, 10), rows(25, 30, 10).failing());
    execute("update _godwit_state set refresh = " + unfinished);
    assertThat(sync(WriteMode.OVERWRITE, 2, rows(20, 25, 10), rows(25, 30, 10)).succeeded())
        .isTrue();
    assertThat(Loading.query(file, "select count(*), min(id) from items"))
        .containsExactly(List.of(10L, 20L));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      names = {"APPEND", "OVERWRITE", "APPEND_DEDUP", "OVERWRITE_DEDUP"})
  void rowsThatChangeTheirTypesInMidStreamLandAsFarAsTheyFit(WriteMode mode) {
    StreamReport report =
        sync(
            mode,
            1,
            new ScriptedSlice(
                List.of(
                    List.of("{\"id\":1,\"text\":\"one\"}", "{\"id\":2}"),
                    List.of("{\"id\":\"3\",\"text\":{\"a\":1},\"new\":true}"),
                    List.of("{\"text\":4,\"id\":4.0}", "{\"id\":[5],\"text\":\"five\"}")),
                () -> {}));
    assertThat(report.error()).isNull();
    assertThat(
            Loading.query(
                file,
                "select id, text, _airbyte_meta->>'$.changes[*].field' from items order by id"))
        .containsExactly(
            List.of(1L, "one", List.of()),
            Arrays.asList(2L, null, List.of()),
            List.of(3L, "{\"a\":1}", List.of()),
            List.of(4L, "4", List.of()),
            Arrays.asList(null, "five", List.of("id")));
  }

  @Test
  void aSchemaThatChangesBetweenAFailureAndItsRepetitionIsFollowed() {
    ScriptedSlice first = ScriptedSlice.of(List.of("{\"id\":1,\"text\":\"one\"}"));
    ScriptedSlice second = ScriptedSlice.of(List.of("{\"id\":2,\"text\":2,\"size\":7}"));
    sync(WriteMode.OVERWRITE, 1, first, second.failing());
    ConfiguredStream wider =
        Loading.items(
            WriteMode.OVERWRITE,
            """
            {"id": {"type": "number"}, "text": {"type": ["string", "integer"]},
             "size": {"type": "integer"}}\
            """);
    ScriptedStream stream = ScriptedStream.of(wider.stream(), first, second);
    try (Destination destination = DuckDbDestination.open(file.toString(), Clock.systemUTC())) {
      assertThat(
              Syncing.run(new ScriptedSource(1, List.of(stream)), destination, WriteMode.OVERWRITE)
                  .succeeded())
          .isTrue();
    }
    assertThat(Loading.query(file, "select id, text, size from items order by id"))
        .containsExactly(Arrays.asList(1.0, "one", null), List.of(2.0, 2L, 7L));
  }

  /// What arrives later is newer, whatever the clock says.
  @ParameterizedTest
  @CsvSource({
    "APPEND, 1a 1b 2a",
    "OVERWRITE, 1b",
    "APPEND_DEDUP, 1b 2a",
    "OVERWRITE_DEDUP, 1b",
    "UPDATE, 1b 2a",
    "HISTORY, 1a 1b 2a"
  })
  void aClockThatIsSetBackChangesNothing(WriteMode mode, String expected) {
    loadAt(Loading.READ_AT, mode == WriteMode.UPDATE ? WriteMode.APPEND_DEDUP : mode, "1a", "2a");
    loadAt(Loading.READ_AT - 3_600_000, mode, "1b");
    assertThat(
            Loading.value(file, "select string_agg(id || text, ' ' order by id, text) from items"))
        .isEqualTo(expected);
    if (mode == WriteMode.HISTORY) {
      assertThat(
              Loading.query(
                  file, "select id, text from items where _godwit_valid_to is null order by id"))
          .containsExactly(List.of(1L, "b"), List.of(2L, "a"));
      assertThat(
              Loading.value(
                  file, "select count(*) from items where _godwit_valid_to < _godwit_valid_from"))
          .isEqualTo(0L);
    }
  }

  private void loadAt(long readAt, WriteMode mode, String... rows) {
    List<String> json =
        Stream.of(rows)
            .map(row ->
                "{\"id\":%s,\"text\":\"%s\"}".formatted(row.substring(0, 1), row.substring(1)))
            .toList();
    ConfiguredStream stream =
        Loading.items(mode, "{\"id\": {\"type\": \"integer\"}, \"text\": {\"type\": \"string\"}}");
    try (Loading loading = new Loading(file, stream)) {
      loading.append(
          Objects.requireNonNull(Loading.batch(loading.slice(0), json, readAt), "no rows"));
      loading.commit(Checkpoint.Extent.COMPLETE, "done", 0);
    }
  }
}
