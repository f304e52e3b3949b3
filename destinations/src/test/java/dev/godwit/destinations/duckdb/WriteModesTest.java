package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteModesTest {
  private static final String PROPERTIES =
      """
      {"id": {"type": "integer"}, "name": {"type": ["null", "string"]}}\
      """;

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  private List<List<Object>> rows() {
    return List.copyOf(
        Loading.query(file, "select id, name from items order by id, name").stream()
            .map(row -> List.<Object>copyOf(row))
            .toList());
  }

  private static List<Object> row(long id, String name) {
    return List.of(id, name);
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UPDATE", "SOFT_DELETE"})
  void theFirstRunBringsAllRows(WriteMode mode) {
    long arrived =
        Loading.load(
            file,
            Loading.items(mode, PROPERTIES),
            "{\"id\":1,\"name\":\"a\"}",
            "{\"id\":2,\"name\":\"b\"}");
    assertThat(arrived).isEqualTo(2);
    assertThat(rows()).containsExactly(row(1, "a"), row(2, "b"));
  }

  @ParameterizedTest
  @CsvSource({
    "APPEND, 1a 2b 2c 3d",
    "OVERWRITE, 2c 3d",
    "APPEND_DEDUP, 1a 2c 3d",
    "OVERWRITE_DEDUP, 2c 3d"
  })
  void theSecondRunMeetsTheRowsOfTheFirst(WriteMode mode, String expected) {
    ConfiguredStream items = Loading.items(mode, PROPERTIES);
    Loading.load(file, items, "{\"id\":1,\"name\":\"a\"}", "{\"id\":2,\"name\":\"b\"}");
    long arrived =
        Loading.load(file, items, "{\"id\":2,\"name\":\"c\"}", "{\"id\":3,\"name\":\"d\"}");
    assertThat(arrived).isEqualTo(2);
    assertThat(rows().stream().map(row -> row.get(0) + "" + row.get(1)).toList())
        .containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"APPEND, 1a 1b 1c", "OVERWRITE, 1a 1b 1c", "APPEND_DEDUP, 1c", "OVERWRITE_DEDUP, 1c"})
  void rowsOfOneKeyInOneRunAreMergedWhereTheModeSaysSo(WriteMode mode, String expected) {
    long arrived =
        Loading.load(
            file,
            Loading.items(mode, PROPERTIES),
            "{\"id\":1,\"name\":\"a\"}",
            "{\"id\":1,\"name\":\"b\"}",
            "{\"id\":1,\"name\":\"c\"}");
    assertThat(arrived).as("counted before merging").isEqualTo(3);
    assertThat(rows().stream().map(row -> row.get(0) + "" + row.get(1)).toList())
        .containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      names = {"OVERWRITE", "APPEND_DEDUP", "OVERWRITE_DEDUP", "HISTORY"})
  void runningAgainDoublesNothing(WriteMode mode) {
    for (int i = 0; i < 3; i++) {
      Loading.load(
          file,
          Loading.items(mode, PROPERTIES),
          "{\"id\":1,\"name\":\"a\"}",
          "{\"id\":2,\"name\":\"b\"}");
    }
    assertThat(rows()).containsExactly(row(1, "a"), row(2, "b"));
  }

  @ParameterizedTest
  @EnumSource(WriteMode.class)
  void anEmptyStreamMakesAnEmptyTable(WriteMode mode) {
    assertThat(Loading.load(file, Loading.items(mode, PROPERTIES))).isZero();
    assertThat(rows()).isEmpty();
  }

  @Test
  void anEmptyRefreshEmptiesTheTable() {
    ConfiguredStream items = Loading.items(WriteMode.OVERWRITE, PROPERTIES);
    Loading.load(file, items, "{\"id\":1,\"name\":\"a\"}");
    Loading.load(file, items);
    assertThat(rows()).isEmpty();
  }

  @Test
  void eachRefreshIsAGenerationAndAppendsKeepIt() {
    String generations = "select distinct _airbyte_generation_id from items order by all";
    Loading.load(file, Loading.items(WriteMode.APPEND, PROPERTIES), "{\"id\":1}");
    assertThat(Loading.query(file, generations)).containsExactly(List.of(0L));
    Loading.load(file, Loading.items(WriteMode.OVERWRITE, PROPERTIES), "{\"id\":1}");
    assertThat(Loading.query(file, generations)).containsExactly(List.of(1L));
    Loading.load(file, Loading.items(WriteMode.OVERWRITE_DEDUP, PROPERTIES), "{\"id\":1}");
    Loading.load(file, Loading.items(WriteMode.APPEND, PROPERTIES), "{\"id\":1}");
    assertThat(Loading.query(file, generations)).containsExactly(List.of(2L));
  }

  @Test
  void everyRowSaysWhereItComesFrom() {
    Loading.load(file, Loading.items(WriteMode.APPEND, PROPERTIES), "{\"id\":1}", "{\"id\":2}");
    assertThat(Loading.query(file, "select _airbyte_extracted_at, _airbyte_meta from items"))
        .containsOnly(List.of("2024-06-01T11:59Z", java.util.Map.of("changes", List.of())));
    assertThat(Loading.value(file, "select count(distinct _airbyte_raw_id) from items"))
        .isEqualTo(2L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu", "shop", "temp", "Main"})
  void aNamespaceIsASchemaEvenWhenItIsCalledAsTheFileIs(String namespace) {
    ConfiguredStream items =
        Loading.stream(
            new StreamName(namespace, "items"),
            WriteMode.OVERWRITE_DEDUP,
            PROPERTIES,
            List.of(),
            List.of(List.of("id")));
    Loading.load(file, items, "{\"id\":1,\"name\":\"a\"}");
    Loading.load(file, items, "{\"id\":2,\"name\":\"b\"}");
    assertThat(Loading.query(file, "select name from shop.\"" + namespace + "\".items"))
        .containsExactly(List.of("b"));
  }
}
