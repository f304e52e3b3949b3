package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final String PROPERTIES =
      """
      {"id": {"type": "integer"}, "name": {"type": "string"}, "at": {"type": "integer"}}\
      """;
  private static final ConfiguredStream CHANGES =
      Loading.stream(
          StreamName.of("items"),
          WriteMode.HISTORY,
          PROPERTIES,
          List.of("at"),
          List.of(List.of("id")));

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  private static String item(int id, String name, int at) {
    return "{\"id\":%d,\"name\":\"%s\",\"at\":%d}".formatted(id, name, at);
  }

  /// `1a` for a current version, `1a!` for one that has ended.
  private List<Object> versions() {
    return Loading.query(
            file,
            "select id || name || case when _godwit_valid_to is null then '' else '!' end"
                + " from items order by all")
        .stream()
        .map(row -> (Object) String.valueOf(row.getFirst()))
        .toList();
  }

  /// Reads all rows there are, as a full refresh does.
  private void loadAll(String... rows) {
    try (Loading loading = Loading.replacing(file, CHANGES)) {
      loading.append(0, rows);
      loading.commit(Extent.COMPLETE, (StreamState) null, 0);
    }
  }

  @Test
  void aChangedRowEndsTheVersionBefore() {
    Loading.load(file, CHANGES, item(1, "a", 1), item(2, "b", 1));
    Loading.load(file, CHANGES, item(1, "c", 2));
    assertThat(versions()).containsExactly("1a!", "1c", "2b");
    List<@Nullable Object> times =
        Loading.query(
                file,
                """
                select a._godwit_valid_to = c._godwit_valid_from,
                  a._godwit_valid_from = a._airbyte_extracted_at
                from items a, items c where a.name = 'a' and c.name = 'c'\
                """)
            .getFirst();
    assertThat(times).containsExactly(true, true);
  }

  @Test
  void aRowThatSaysNothingNewMakesNoVersion() {
    Loading.load(file, CHANGES, item(1, "a", 1));
    Loading.load(file, CHANGES, item(1, "a", 1));
    assertThat(versions()).containsExactly("1a");
  }

  @Test
  void nullsAreValuesLikeOthers() {
    Loading.load(file, CHANGES, "{\"id\":1,\"at\":1}");
    Loading.load(file, CHANGES, "{\"id\":1,\"name\":null,\"at\":1}");
    assertThat(Loading.value(file, "select count(*) from items")).isEqualTo(1L);
  }

  @Test
  void aRowOlderThanTheCurrentVersionIsLate() {
    Loading.load(file, CHANGES, item(1, "b", 2));
    Loading.load(file, CHANGES, item(1, "a", 1));
    assertThat(versions()).containsExactly("1b");
  }

  @Test
  void ofSeveralVersionsInOneCommitTheNewestCounts() {
    Loading.load(file, CHANGES, item(1, "b", 2), item(1, "a", 1), item(1, "c", 3));
    assertThat(versions()).containsExactly("1c");
  }

  @Test
  void aReadingOfEverythingEndsRowsThatAreGone() {
    loadAll(item(1, "a", 1), item(2, "b", 1), item(3, "c", 1));
    loadAll(item(1, "a", 1), item(3, "d", 2));
    assertThat(versions()).containsExactly("1a", "2b!", "3c!", "3d");
    loadAll(item(1, "a", 1), item(2, "b", 1), item(3, "d", 2));
    assertThat(versions()).as("a row came back").containsExactly("1a", "2b", "2b!", "3c!", "3d");
  }

  @Test
  void aReadingOfEverythingThatFailsEndsNothing() {
    loadAll(item(1, "a", 1), item(2, "b", 1));
    try (Loading loading = Loading.replacing(file, CHANGES)) {
      loading.append(0, item(1, "c", 2));
      loading.commit(Extent.PARTIAL, (StreamState) null, 0);
    }
    assertThat(versions()).containsExactly("1a", "2b");
  }

  @Test
  void rowsWithoutAKeyAreKeptOnce() {
    loadAll("{\"name\":\"x\",\"at\":1}", item(1, "a", 1));
    loadAll("{\"name\":\"x\",\"at\":1}", item(1, "a", 1));
    assertThat(Loading.value(file, "select count(*) from items")).isEqualTo(2L);
  }

  @Test
  void rowsFromBeforeTheHistoryBecomeItsBeginning() {
    Loading.load(file, Loading.items(WriteMode.APPEND_DEDUP, PROPERTIES), item(1, "a", 1));
    Loading.load(file, CHANGES, item(1, "b", 2));
    assertThat(versions()).containsExactly("1a!", "1b");
    assertThat(Loading.value(file, "select count(_godwit_valid_from) from items")).isEqualTo(2L);
  }

  @Test
  void noOtherModeDropsVersions() {
    Loading.load(file, CHANGES, item(1, "a", 1));
    assertThatThrownBy(() ->
            Loading.load(file, Loading.items(WriteMode.OVERWRITE, PROPERTIES), item(1, "b", 1)))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> assertThat(error.code()).isEqualTo("duckdb.history-kept"));
    assertThat(versions()).containsExactly("1a");
  }

  @Test
  void newFieldsMakeNewVersions() {
    Loading.load(file, CHANGES, item(1, "a", 1));
    ConfiguredStream wider =
        Loading.stream(
            StreamName.of("items"),
            WriteMode.HISTORY,
            PROPERTIES.replace("}}", "}, \"size\": {\"type\": \"integer\"}}"),
            List.of("at"),
            List.of(List.of("id")));
    Loading.load(file, wider, "{\"id\":1,\"name\":\"a\",\"at\":1,\"size\":5}");
    assertThat(versions()).containsExactly("1a", "1a!");
  }
}
