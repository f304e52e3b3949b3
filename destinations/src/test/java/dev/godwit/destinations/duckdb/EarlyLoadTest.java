package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.destinations.internal.staging.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files of a slice that are full are loaded while the slice is still read.
class EarlyLoadTest {
  private static final String PROPERTIES =
      """
      {"id":{"type":"integer"},"version":{"type":"integer"},"text":{"type":"string"},
       "amount":{"type":"integer"}}\
      """;

  /// Four such rows fill a file.
  private static final String MEGABYTE = "x".repeat(1 << 20);

  /// A row that stays in memory while its slice is read; twenty fill a file.
  private static final String SMALL = "x".repeat((int) StagedFile.FULL / 20);

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  private static String row(long id, String more) {
    return "{\"id\":" + id + ",\"text\":\"" + MEGABYTE + "\"" + more + "}";
  }

  private static void append(Loading loading, long slice, long first, int count) {
    for (long id = first; id < first + count; id++) {
      loading.append(slice, row(id, ",\"version\":" + slice));
    }
  }

  private List<Path> stagedFiles() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(".rows")).sorted().toList();
    }
  }

  private List<List<@Nullable Object>> rows() {
    return Loading.query(file, "select id, version from items order by rowid");
  }

  private static List<List<Object>> expected(long version, long first, long end) {
    return LongStream.range(first, end).mapToObj(id -> List.<Object>of(id, version)).toList();
  }

  @Test
  void whatWasLoadedEarlyIsNotReadAgain() throws IOException {
    try (Loading loading = new Loading(file, Loading.items(WriteMode.APPEND, PROPERTIES))) {
      append(loading, 1, 0, 20);
      loading.awaitWork();
      List<Path> staged = stagedFiles();
      assertThat(staged).hasSize(5);
      Files.writeString(staged.getFirst(), "");
      assertThat(Loading.query(file, "select table_name from duckdb_tables()"))
          .as("nobody sees it yet")
          .doesNotContain(List.of("items"));
      assertThat(loading.commit(Extent.COMPLETE, "x", 1)).isEqualTo(20);
    }
    assertThat(rows()).isEqualTo(expected(1, 0, 20));
    assertThat(stagedFiles()).isEmpty();
  }

  @Test
  void rowsLandOnceAndInOrderWhenAnotherSliceEndsFirst() throws IOException {
    try (Loading loading = new Loading(file, Loading.items(WriteMode.APPEND, PROPERTIES))) {
      append(loading, 1, 0, 10);
      append(loading, 2, 100, 1);
      assertThat(loading.commit(Extent.PARTIAL, "x", 2)).isEqualTo(1);
      assertThat(rows()).isEqualTo(expected(2, 100, 101));
      append(loading, 1, 10, 10);
      assertThat(loading.commit(Extent.COMPLETE, "y", 1)).isEqualTo(20);
    }
    assertThat(rows().subList(0, 1)).isEqualTo(expected(2, 100, 101));
    assertThat(rows().subList(1, 21)).isEqualTo(expected(1, 0, 20));
  }

  @Test
  void slicesThatHaveEndedAreLoadedTogether() throws IOException {
    try (Loading loading = new Loading(file, Loading.items(WriteMode.APPEND, PROPERTIES))) {
      loading.append(99, row(99, ",\"version\":1"));
      for (int slice = 0; slice < 30; slice++) {
        loading.append(slice, "{\"id\":%d,\"version\":1,\"text\":\"%s\"}".formatted(slice, SMALL));
        loading.end(slice);
      }
      loading.awaitWork();
      assertThat(stagedFiles()).as("the open slice, a full file, the rest").hasSize(3);
      for (Path full : stagedFiles()) {
        Files.writeString(full, Files.size(full) > StagedFile.FULL ? "" : Files.readString(full));
      }
      long[] all = LongStream.range(0, 30).toArray();
      assertThat(loading.commit(Extent.PARTIAL, "x", all)).isEqualTo(30);
      assertThat(rows()).isEqualTo(expected(1, 0, 30));
      loading.end(99);
      assertThat(loading.commit(Extent.COMPLETE, "y", 99)).isEqualTo(1);
    }
    assertThat(rows().subList(30, 31)).isEqualTo(expected(1, 99, 100));
  }

  @Test
  void aSliceThatWasLoadedEarlyIsNotLoadedAgainWhenItEnds() {
    try (Loading loading = new Loading(file, Loading.items(WriteMode.APPEND, PROPERTIES))) {
      append(loading, 1, 0, 20);
      loading.end(1);
      append(loading, 2, 20, 20);
      loading.end(2);
      assertThat(loading.commit(Extent.COMPLETE, "x", 1, 2)).isEqualTo(40);
    }
    assertThat(rows().subList(0, 20)).isEqualTo(expected(1, 0, 20));
    assertThat(rows().subList(20, 40)).isEqualTo(expected(2, 20, 40));
  }

  @ParameterizedTest
  @EnumSource(names = {"APPEND_DEDUP", "OVERWRITE_DEDUP"})
  void theLastRowOfAKeyIsKept(WriteMode mode) throws IOException {
    Loading.load(file, Loading.items(mode, PROPERTIES), row(3, ",\"version\":0"));
    try (Loading loading = new Loading(file, Loading.items(mode, PROPERTIES))) {
      append(loading, 1, 0, 20);
      loading.append(1, row(5, ",\"version\":7"), row(19, ",\"version\":8"));
      assertThat(loading.commit(Extent.COMPLETE, "x", 1)).isEqualTo(22);
    }
    assertThat(Loading.query(file, "select count(*), count(distinct id) from items"))
        .containsExactly(List.of(20L, 20L));
    assertThat(Loading.query(file, "select id, version from items where version <> 1 order by id"))
        .containsExactly(List.of(5L, 7L), List.of(19L, 8L));
  }

  @Test
  void rowsThatDuckDbRefusesAreCastAsEver() {
    try (Loading loading = new Loading(file, Loading.items(WriteMode.APPEND_DEDUP, PROPERTIES))) {
      loading.append(1, row(0, ",\"version\":1,\"version\":1"));
      append(loading, 1, 1, 19);
      loading.append(1, row(20, ",\"version\":1,\"amount\":0.5"));
      assertThat(loading.commit(Extent.COMPLETE, "x", 1)).isEqualTo(21);
    }
    assertThat(rows()).isEqualTo(expected(1, 0, 21));
    assertThat(
            Loading.query(
                file, "select id from items where _airbyte_meta->>'$.changes[0].field' = 'amount'"))
        .containsExactly(List.of(20L));
  }

  @Test
  void rowsThatHadToBeChangedAfterTheFirstFileSaySo() {
    try (Loading loading = new Loading(file, Loading.items(WriteMode.APPEND, PROPERTIES))) {
      append(loading, 1, 0, 10);
      loading.append(1, row(10, ",\"version\":1,\"amount\":\"much\""));
      append(loading, 1, 11, 9);
      assertThat(loading.commit(Extent.COMPLETE, "x", 1)).isEqualTo(20);
    }
    assertThat(rows()).isEqualTo(expected(1, 0, 20));
    assertThat(
            Loading.query(
                file, "select id from items where _airbyte_meta->>'$.changes[0].field' = 'amount'"))
        .containsExactly(List.of(10L));
  }

  @Test
  void anAbortLeavesNothing() throws IOException {
    try (Loading loading = new Loading(file, Loading.items(WriteMode.APPEND, PROPERTIES))) {
      append(loading, 1, 0, 20);
    }
    assertThat(
            Loading.query(file, "select count(*) from duckdb_tables() where table_name = 'items'"))
        .containsExactly(List.of(0L));
    assertThat(stagedFiles()).isEmpty();
    Loading.load(file, Loading.items(WriteMode.APPEND, PROPERTIES), row(1, ""));
    assertThat(rows()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"UPDATE", "SOFT_DELETE", "HISTORY"})
  void rowsThatChangeOthersAreGatheredEarly(WriteMode mode) {
    Loading.load(file, Loading.items(WriteMode.APPEND_DEDUP, PROPERTIES), "{\"id\":1}");
    try (Loading loading = new Loading(file, Loading.items(mode, PROPERTIES))) {
      append(loading, 1, 0, 20);
      assertThat(loading.commit(Extent.COMPLETE, "x", 1)).isEqualTo(20);
    }
    String added = mode == WriteMode.HISTORY ? "20" : "1";
    assertThat(String.valueOf(Loading.value(file, "select count(distinct id) from items")))
        .isEqualTo(added);
  }
}
