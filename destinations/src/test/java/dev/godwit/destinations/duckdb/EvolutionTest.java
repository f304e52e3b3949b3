package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvolutionTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  private void load(WriteMode mode, String properties, String... rows) {
    Loading.load(file, Loading.items(mode, properties), rows);
  }

  private List<List<@Nullable Object>> columns() {
    return Loading.query(
        file,
        """
        select column_name, data_type from duckdb_columns()
        where table_name = 'items' order by column_index\
        """);
  }

  private static List<@Nullable Object> column(String name, String type) {
    return Arrays.asList(name, type);
  }

  @Test
  void aTableHasTheColumnsThatUsersOfAirbyteKnowAndOneForEachProperty() {
    load(
        WriteMode.APPEND,
        "{\"id\":{\"type\":\"integer\"},\"Größe 日本\":{\"type\":\"number\"},\"select\":{}}",
        "{\"id\":1,\"Größe 日本\":1.5,\"select\":[1]}");
    assertThat(columns())
        .containsExactly(
            column("_airbyte_raw_id", "UUID"),
            column("_airbyte_extracted_at", "TIMESTAMP WITH TIME ZONE"),
            column("_airbyte_meta", "JSON"),
            column("_airbyte_generation_id", "BIGINT"),
            column("id", "BIGINT"),
            column("Größe 日本", "DOUBLE"),
            column("select", "JSON"));
    assertThat(Loading.query(file, "select \"Größe 日本\", \"select\" from items"))
        .containsExactly(List.of(1.5, List.of(1L)));
  }

  @Test
  void aStreamWithoutPropertiesHasOneColumnForTheRow() {
    load(WriteMode.APPEND, "{}", "{\"a\":{\"b\":null}}");
    assertThat(columns().getLast()).isEqualTo(column("_airbyte_data", "JSON"));
    assertThat(Loading.value(file, "select _airbyte_data::varchar from items"))
        .isEqualTo("{\"a\":{\"b\":null}}");
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UPDATE", "SOFT_DELETE"})
  void columnsThatAppearLaterAreAdded(WriteMode mode) {
    load(mode, "{\"id\":{\"type\":\"integer\"}}", "{\"id\":1,\"name\":\"early\"}");
    load(
        mode,
        "{\"id\":{\"type\":\"integer\"},\"name\":{\"type\":\"string\"}}",
        "{\"id\":2,\"name\":\"late\"}");
    List<@Nullable Object> early = Arrays.asList(1L, null);
    List<@Nullable Object> late = Arrays.asList(2L, "late");
    assertThat(Loading.query(file, "select id, name from items order by id"))
        .isEqualTo(mode.replacesAll() ? List.of(late) : List.of(early, late));
  }

  @Test
  void fieldsThatDifferInCaseNeverShareAColumnWhicheverComesFirst() {
    load(WriteMode.APPEND, "{\"Name\":{\"type\":\"integer\"}}", "{\"Name\":1}");
    load(WriteMode.APPEND, "{\"name\":{\"type\":\"string\"}}", "{\"name\":\"a\"}");
    load(
        WriteMode.APPEND,
        "{\"name\":{\"type\":\"string\"},\"Name\":{\"type\":\"integer\"}}",
        "{\"name\":\"b\",\"Name\":2}");
    assertThat(columns().subList(4, 7))
        .containsExactly(
            column("Name", "BIGINT"), column("id", "JSON"), column("name_5e237e06", "VARCHAR"));
    assertThat(Loading.query(file, "select \"Name\", name_5e237e06 from items order by rowid"))
        .containsExactly(Arrays.asList(1L, null), Arrays.asList(null, "a"), List.of(2L, "b"));
  }

  @Test
  void columnsThatDisappearStay() {
    load(
        WriteMode.APPEND,
        "{\"id\":{\"type\":\"integer\"},\"old\":{\"type\":\"string\"}}",
        "{\"id\":1,\"old\":\"x\"}");
    load(WriteMode.APPEND, "{\"id\":{\"type\":\"integer\"}}", "{\"id\":2,\"old\":\"y\"}");
    assertThat(Loading.query(file, "select id, old from items order by id"))
        .containsExactly(Arrays.asList(1L, "x"), Arrays.asList(2L, null));
  }

  @Test
  void aRowColumnAndPropertyColumnsLiveSideBySide() {
    load(WriteMode.APPEND, "{}", "{\"id\":1}");
    load(WriteMode.APPEND, "{\"id\":{\"type\":\"integer\"}}", "{\"id\":2}");
    load(WriteMode.APPEND, "{}", "{\"id\":3}");
    assertThat(Loading.query(file, "select id, _airbyte_data from items order by id nulls last"))
        .containsExactlyInAnyOrder(
            Arrays.asList(2L, null),
            Arrays.asList(null, Map.of("id", 1L)),
            Arrays.asList(null, Map.of("id", 3L)));
  }

  @Test
  void columnsAreWidenedAndKeepTheirValues() {
    load(
        WriteMode.APPEND,
        """
        {"id": {"type": "integer"}, "a": {"type": "integer"}, "b": {"type": "integer"},
         "c": {"type": "boolean"}, "d": {"type": "string"}}\
        """,
        "{\"id\":1,\"a\":7,\"b\":8,\"c\":true,\"d\":\"2024\"}");
    load(
        WriteMode.APPEND,
        """
        {"id": {"type": "integer"}, "a": {"type": "number"}, "b": {},
         "c": {"type": "integer"}, "d": {"type": "integer"}}\
        """,
        "{\"id\":2,\"a\":7.5,\"b\":{\"x\":1},\"c\":3,\"d\":2025}");
    assertThat(columns().subList(4, 9))
        .containsExactly(
            column("id", "BIGINT"),
            column("a", "DOUBLE"),
            column("b", "JSON"),
            column("c", "VARCHAR"),
            column("d", "VARCHAR"));
    assertThat(Loading.query(file, "select a, b, c, d from items order by id"))
        .containsExactly(
            List.of(7.0, 8L, "true", "2024"), List.of(7.5, Map.of("x", 1L), "3", "2025"));
  }

  @Test
  void aWideningThatWouldChangeNumbersIsRefused() {
    String integer = "{\"id\":{\"type\":\"integer\"},\"n\":{\"type\":\"integer\"}}";
    String number = "{\"id\":{\"type\":\"integer\"},\"n\":{\"type\":\"number\"}}";
    load(WriteMode.APPEND, integer, "{\"id\":1,\"n\":9007199254740993}");
    assertThatThrownBy(() -> load(WriteMode.APPEND, number, "{\"id\":2,\"n\":0.5}"))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("duckdb.column-type"));
    assertThat(Loading.query(file, "select n from items"))
        .containsExactly(List.of(9007199254740993L));
    load(WriteMode.OVERWRITE, number, "{\"id\":2,\"n\":0.5}");
    assertThat(Loading.query(file, "select n from items")).containsExactly(List.of(0.5));
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UPDATE", "SOFT_DELETE"})
  void keysThatDifferInCaseOnlyGetColumnsOfTheirOwn(WriteMode mode) {
    String properties =
        """
        {"id":{"type":"integer"},"ID":{"type":"integer"},"Id":{"type":"string"},
         "_airbyte_meta":{"type":"string"},"_godwit_at":{"type":"integer"},"":{"type":"boolean"}}\
        """;
    load(
        mode,
        properties,
        "{\"ID\":20,\"id\":1,\"Id\":\"x\",\"_airbyte_meta\":\"m\",\"_godwit_at\":5,\"\":true}",
        "{\"id\":2,\"ID\":\"no number\"}");
    int own = mode == WriteMode.HISTORY ? 6 : 4;
    assertThat(columns().subList(own, own + 6).stream().map(List::getFirst))
        .containsExactly(
            "id",
            "ID_11d3633a",
            "Id_" + "%08x".formatted(crc("Id")),
            "_airbyte_meta_" + "%08x".formatted(crc("_airbyte_meta")),
            "_godwit_at_" + "%08x".formatted(crc("_godwit_at")),
            "_00000000");
    assertThat(
            Loading.query(
                file,
                "select id, columns('(ID|Id|meta|at|^)_[0-9a-f]{8}$') from items order by id"))
        .containsExactly(
            List.of(1L, 20L, "x", "m", 5L, true), Arrays.asList(2L, null, null, null, null, null));
    assertThat(
            Loading.value(
                file, "select _airbyte_meta->>'$.changes[0].field' from items where id = 2"))
        .isEqualTo("ID");
  }

  private static long crc(String text) {
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return crc.getValue();
  }

  @Test
  void namesOfStreamsAreQuoted() {
    StreamName odd = new StreamName("my \"space\"", "it's; a \"table\" — 表");
    Loading.load(
        file,
        Loading.stream(
            odd,
            WriteMode.OVERWRITE_DEDUP,
            "{\"a'b\\\"c\":{\"type\":\"string\"}}",
            List.of(),
            List.of(List.of("a'b\"c"))),
        "{\"a'b\\\"c\":\"x\"}");
    assertThat(
            Loading.value(
                file,
                "select \"a'b\"\"c\" from \"my \"\"space\"\"\".\"it's; a \"\"table\"\" — 表\""))
        .isEqualTo("x");
    assertThat(Loading.state(file, odd)).isEqualTo(Map.of("cursor", "done"));
  }

  @Test
  void streamsWhoseTablesWouldBeOneAreRefused() {
    load(WriteMode.APPEND, "{\"id\":{}}", "{\"id\":1}");
    for (StreamName clash :
        List.of(
            StreamName.of("ITEMS"),
            new StreamName("Main", "items"),
            StreamName.of("_godwit_STATE"))) {
      assertThatThrownBy(() ->
              Loading.load(
                  file,
                  Loading.stream(clash, WriteMode.APPEND, "{\"id\":{}}", List.of(), List.of())))
          .isInstanceOfSatisfying(
              GodwitException.class, e -> assertThat(e.code()).isEqualTo("duckdb.table-taken"));
    }
    assertThat(Loading.value(file, "select count(*) from items")).isEqualTo(1L);
  }

  @Test
  void aTableOfSomebodyElseIsAddedToButItsForeignTypesAreNotTouched() throws SQLException {
    execute("create table items (name varchar)", "insert into items values ('theirs')");
    load(
        WriteMode.APPEND,
        "{\"id\":{\"type\":\"integer\"},\"name\":{\"type\":\"string\"}}",
        "{\"id\":1,\"name\":\"ours\"}");
    assertThat(Loading.query(file, "select id, name from items order by id"))
        .containsExactly(Arrays.asList(1L, "ours"), Arrays.asList(null, "theirs"));
    execute("create or replace table items (id blob)");
    assertThatThrownBy(
            () -> load(WriteMode.APPEND, "{\"id\":{\"type\":\"integer\"}}", "{\"id\":1}"))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).isEqualTo("duckdb.column-type");
              assertThat(e.message()).contains("BLOB");
            });
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
