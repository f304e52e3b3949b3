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

class MergingTest {
  private static final String PROPERTIES =
      """
      {"id": {"type": "integer"}, "region": {"type": "string"}, "name": {"type": "string"},
       "at": {"type": "string", "format": "date-time"}, "version": {}, "owner": {"type": "object"}}\
      """;

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  private static ConfiguredStream items(List<String> cursor, List<List<String>> key) {
    return Loading.stream(StreamName.of("items"), WriteMode.APPEND_DEDUP, PROPERTIES, cursor, key);
  }

  private static ConfiguredStream byId(String... cursor) {
    return items(List.of(cursor), List.of(List.of("id")));
  }

  private static String row(int id, String name, String more) {
    return "{\"id\":" + id + ",\"name\":\"" + name + "\"" + more + "}";
  }

  private static String at(String time) {
    return ",\"at\":" + (time.equals("null") ? time : "\"" + time + "\"");
  }

  private String names() {
    return String.valueOf(
        Loading.value(file, "select string_agg(name, ' ' order by name) from items"));
  }

  @Test
  void theNewestByCursorWinsWhateverTheOrderOfArrival() {
    Loading.load(
        file,
        byId("at"),
        row(1, "new", at("2024-03-01T00:00:00Z")),
        row(1, "old", at("2024-01-01T00:00:00Z")),
        row(1, "none", at("null")));
    assertThat(names()).isEqualTo("new");
  }

  @Test
  void theLaterOfEquallyNewRowsWins() {
    String time = at("2024-01-01T00:00:00Z");
    Loading.load(file, byId("at"), row(1, "a", time), row(1, "b", time));
    assertThat(names()).isEqualTo("b");
    Loading.load(file, byId("at"), row(1, "c", time));
    assertThat(names()).isEqualTo("c");
  }

  @Test
  void anOlderRowDoesNotReplaceANewerOneOfAnEarlierRun() {
    Loading.load(file, byId("at"), row(1, "new", at("2024-03-01T00:00:00Z")));
    assertThat(
            Loading.load(
                file,
                byId("at"),
                row(1, "old", at("2024-01-01T00:00:00Z")),
                row(2, "other", at("2024-01-01T00:00:00Z")),
                row(1, "none", "")))
        .isEqualTo(3);
    assertThat(names()).isEqualTo("new other");
  }

  @Test
  void aRowWithACursorReplacesOneWithout() {
    Loading.load(file, byId("at"), row(1, "none", ""));
    Loading.load(file, byId("at"), row(1, "some", at("1970-01-01T00:00:00Z")));
    assertThat(names()).isEqualTo("some");
  }

  @Test
  void numbersInsideJsonAreComparedAsNumbers() {
    Loading.load(
        file, byId("version"), row(1, "nine", ",\"version\":9"), row(1, "ten", ",\"version\":10"));
    Loading.load(file, byId("version"), row(1, "eight", ",\"version\":8"));
    assertThat(names()).isEqualTo("ten");
  }

  @Test
  void aKeyMayHaveSeveralPartsOfWhichSomeAreNull() {
    ConfiguredStream items = items(List.of(), List.of(List.of("id"), List.of("region")));
    for (int run = 0; run < 2; run++) {
      Loading.load(
          file,
          items,
          row(1, "eu", ",\"region\":\"eu\""),
          row(1, "us", ",\"region\":\"us\""),
          row(1, "none", ",\"region\":null"));
    }
    assertThat(names()).isEqualTo("eu none us");
  }

  @Test
  void rowsWithoutAnyKeyAreAllKept() {
    Loading.load(
        file, byId(), "{\"name\":\"a\"}", "{\"name\":\"b\"}", "{\"id\":null,\"name\":\"c\"}");
    assertThat(names()).isEqualTo("a b c");
    Loading.load(file, byId(), "{\"name\":\"d\"}");
    assertThat(names()).isEqualTo("a b c d");
  }

  @Test
  void keyAndCursorMayLieInsideAnObject() {
    ConfiguredStream items =
        items(List.of("owner", "seen"), List.of(List.of("owner", "a/b~c \"d'")));
    String key = "\"a/b~c \\\"d'\"";
    Loading.load(
        file,
        items,
        row(1, "late", ",\"owner\":{" + key + ":1,\"seen\":10}"),
        row(2, "early", ",\"owner\":{" + key + ":1,\"seen\":9}"),
        row(3, "other", ",\"owner\":{" + key + ":2,\"seen\":1}"));
    Loading.load(file, items, row(4, "earlier", ",\"owner\":{" + key + ":1,\"seen\":8}"));
    assertThat(names()).isEqualTo("late other");
  }

  @Test
  void aKeyThatTheSchemaDoesNotKnowGetsAColumn() {
    ConfiguredStream items = items(List.of(), List.of(List.of("uid")));
    Loading.load(file, items, row(1, "a", ",\"uid\":\"x\""), row(1, "b", ",\"uid\":\"y\""));
    Loading.load(file, items, row(1, "c", ",\"uid\":\"x\""));
    assertThat(names()).isEqualTo("b c");
  }

  @Test
  void rowsWithoutSchemaAreMergedToo() {
    ConfiguredStream items =
        Loading.stream(
            StreamName.of("items"),
            WriteMode.APPEND_DEDUP,
            "{}",
            List.of("at"),
            List.of(List.of("id")));
    Loading.load(file, items, "{\"id\":1,\"at\":\"2024-02\"}", "{\"id\":2,\"at\":\"2024-01\"}");
    Loading.load(file, items, "{\"id\":1,\"at\":\"2024-03\"}", "{\"id\":2,\"at\":\"2023-01\"}");
    assertThat(
            Loading.value(
                file,
                """
                select string_agg(_airbyte_data->>'at', ' ' order by _airbyte_data->>'at')
                from items\
                """))
        .isEqualTo("2024-01 2024-03");
  }
}
