package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.JsonRows;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.testkit.ScriptedSlice;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MisfitsTest {
  private static final String PROPERTIES =
      """
      {"id": {"type": "integer"},
       "BIGINT": {"type": "integer"},
       "HUGEINT": {"type": "integer", "airbyte_type": "big_integer"},
       "DOUBLE": {"type": "number"},
       "DECIMAL": {"type": "number", "airbyte_type": "big_number"},
       "BOOLEAN": {"type": "boolean"},
       "VARCHAR": {"type": "string"},
       "TIME": {"type": "string", "format": "time"},
       "TIMETZ": {"type": "string", "airbyte_type": "time_with_timezone"},
       "DATE": {"type": "string", "format": "date"},
       "TIMESTAMP": {"type": "string", "airbyte_type": "timestamp_without_timezone"},
       "TIMESTAMPTZ": {"type": "string", "format": "date-time"},
       "JSON": {}}\
      """;

  private static final Map<String, Object> NO_CHANGES = Map.of("changes", List.of());

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  private static ConfiguredStream items(WriteMode mode) {
    return Loading.items(mode, PROPERTIES);
  }

  private static Map<String, Object> change(String field, String change, String reason) {
    return Map.of("changes", List.of(Map.of("field", field, "change", change, "reason", reason)));
  }

  private static Map<String, Object> nulled(String field) {
    return change(field, "NULLED", "DESTINATION_TYPECAST_ERROR");
  }

  private static final List<String> FITTING =
      List.of(
          "BIGINT|12|12",
          "BIGINT|-9223372036854775808|-9223372036854775808",
          "BIGINT|9223372036854775807|9223372036854775807",
          "BIGINT|1.0|1",
          "BIGINT|1e3|1000",
          "BIGINT|\" 12 \"|12",
          "BIGINT|\"-3.0\"|-3",
          "HUGEINT|18446744073709551616|18446744073709551616",
          "HUGEINT|170141183460469231731687303715884105727|170141183460469231731687303715884105727",
          "HUGEINT|-170141183460469231731687303715884105728|-170141183460469231731687303715884105728",
          "HUGEINT|\"12345678901234567890123\"|12345678901234567890123",
          "DOUBLE|1|1.0",
          "DOUBLE|-1.5e-3|-0.0015",
          "DOUBLE|\"2.5\"|2.5",
          "DOUBLE|\"NaN\"|nan",
          "DOUBLE|\"Infinity\"|inf",
          "DOUBLE|\"-Infinity\"|-inf",
          "DOUBLE|1e308|1e+308",
          "DECIMAL|12345678901234567890123456789|12345678901234567890123456789.000000000",
          "DECIMAL|1.123456789|1.123456789",
          "DECIMAL|\"0.1\"|0.100000000",
          "DECIMAL|-5|-5.000000000",
          "BOOLEAN|true|true",
          "BOOLEAN|\"False\"|false",
          "VARCHAR|\"text\"|text",
          "VARCHAR|1.5|1.5",
          "VARCHAR|{\"a\":[1]}|{\"a\":[1]}",
          "VARCHAR|true|true",
          "TIME|\"10:00:00\"|10:00:00",
          "TIME|\"10:00:00.5+02:00\"|08:00:00.5",
          "TIMETZ|\"10:00:00+02:00\"|10:00:00+02",
          "TIMETZ|\"10:00Z\"|10:00:00+00",
          "TIMETZ|\"23:59:59.999999-05:30\"|23:59:59.999999-05:30",
          "DATE|\"10000-01-01\"|10000-01-01",
          "DATE|\"-0043-03-15\"|0044-03-15 (BC)",
          "TIMESTAMP|\"-0043-03-15T12:00:00\"|0044-03-15 (BC) 12:00:00",
          "TIMESTAMPTZ|\"+12024-01-31T10:00:00+02:00\"|12024-01-31 08:00:00+00",
          "DATE|\"2024-01-31\"|2024-01-31",
          "DATE|\"2024-01-31T00:00:00Z\"|2024-01-31",
          "TIMESTAMP|\"2024-01-31T10:00:00\"|2024-01-31 10:00:00",
          "TIMESTAMP|\"2024-01-31T10:00:00+02:00\"|2024-01-31 08:00:00",
          "TIMESTAMPTZ|\"2024-01-31T10:00:00+02:00\"|2024-01-31 08:00:00+00",
          "TIMESTAMPTZ|\"2024-01-31T10:00:00\"|2024-01-31 10:00:00+00",
          "TIMESTAMPTZ|\"2024-01-31\"|2024-01-31 00:00:00+00",
          "TIMESTAMPTZ|\"20240131T100000.5Z\"|2024-01-31 10:00:00.5+00",
          "JSON|{\"a\":[1.5,null,\"é\"]}|{\"a\":[1.5,null,\"é\"]}",
          "JSON|\"text\"|\"text\"",
          "JSON|7|7");

  private static final List<String> MISFITS =
      List.of(
          "BIGINT|1.5",
          "BIGINT|true",
          "BIGINT|\"abc\"",
          "BIGINT|\"\"",
          "BIGINT|\"1.5\"",
          "BIGINT|{}",
          "BIGINT|[1]",
          "BIGINT|\"0x10\"",
          "HUGEINT|0.5",
          "HUGEINT|\"x\"",
          "DOUBLE|\"abc\"",
          "DOUBLE|true",
          "DOUBLE|{}",
          "DOUBLE|\"nan\"",
          "BIGINT|\"NaN\"",
          "DECIMAL|\"Infinity\"",
          "DECIMAL|\"x\"",
          "BOOLEAN|1",
          "BOOLEAN|0",
          "BOOLEAN|2.5",
          "BOOLEAN|\"yes\"",
          "BOOLEAN|[]",
          "DATE|\"2024-01-31T10:00:00Z\"",
          "DATE|\"2024-02-30\"",
          "DATE|\"\"",
          "DATE|20240131",
          "TIMESTAMP|\"yesterday\"",
          "TIMESTAMP|1700000000",
          "TIMESTAMP|\"infinity\"",
          "TIMESTAMPTZ|\"\"",
          "TIMESTAMPTZ|1700000000",
          "TIMESTAMPTZ|{\"a\":1}",
          "TIMESTAMPTZ|true",
          "TIMESTAMPTZ|\"2016-12-31T23:59:60Z\"",
          "TIMESTAMPTZ|\"300000-01-01T00:00:00Z\"",
          "TIME|\"25:00:00\"",
          "TIME|36000",
          "TIMETZ|\"ten\"");

  private static final List<String> TOO_LARGE =
      List.of(
          "BIGINT|9223372036854775808",
          "BIGINT|-9223372036854775809",
          "BIGINT|1e30",
          "BIGINT|\"1e400\"",
          "HUGEINT|170141183460469231731687303715884105728",
          "DOUBLE|\"1e999\"",
          "DECIMAL|123456789012345678901234567890");

  /// Loads the values of some cases, each in a row of its own, and hands back what their columns
  /// and meta data hold.
  private List<List<@Nullable Object>> loaded(List<String> cases) {
    List<String> rows = new ArrayList<>();
    StringBuilder select = new StringBuilder("select case id");
    for (int i = 0; i < cases.size(); i++) {
      String[] parts = cases.get(i).split("\\|", -1);
      rows.add("{\"id\":" + i + ",\"" + parts[0] + "\":" + parts[1] + "}");
      select.append(" when ").append(i).append(" then \"").append(parts[0]).append("\"::varchar");
    }
    assertThat(Loading.load(file, items(WriteMode.APPEND), rows.toArray(String[]::new)))
        .isEqualTo(cases.size());
    return Loading.query(file, select + " end, _airbyte_meta from items order by id");
  }

  @Test
  void valuesThatFitOrCanBeCastArrive() {
    List<List<@Nullable Object>> loaded = loaded(FITTING);
    for (int i = 0; i < loaded.size(); i++) {
      assertThat(loaded.get(i))
          .as(FITTING.get(i))
          .containsExactly(FITTING.get(i).split("\\|", -1)[2], NO_CHANGES);
    }
  }

  @Test
  void valuesThatDoNotFitAreNulledAndTheChangeIsNoted() {
    List<List<@Nullable Object>> loaded = loaded(MISFITS);
    for (int i = 0; i < loaded.size(); i++) {
      assertThat(loaded.get(i))
          .as(MISFITS.get(i))
          .isEqualTo(Arrays.asList(null, nulled(MISFITS.get(i).split("\\|", -1)[0])));
    }
  }

  @Test
  void valuesThatAreTooLargeAreNulledForThatReason() {
    List<List<@Nullable Object>> loaded = loaded(TOO_LARGE);
    for (int i = 0; i < loaded.size(); i++) {
      String field = TOO_LARGE.get(i).split("\\|", -1)[0];
      assertThat(loaded.get(i))
          .as(TOO_LARGE.get(i))
          .isEqualTo(
              Arrays.asList(null, change(field, "NULLED", "DESTINATION_FIELD_SIZE_LIMITATION")));
    }
  }

  @Test
  void digitsThatADecimalHasNoPlaceForAreCut() {
    Map<String, Object> cut = change("DECIMAL", "TRUNCATED", "DESTINATION_FIELD_SIZE_LIMITATION");
    assertThat(loaded(List.of("DECIMAL|1.1234567899", "DECIMAL|\"-0.0000000019\"")))
        .containsExactly(List.of("1.123456789", cut), List.of("-0.000000001", cut));
  }

  @Test
  void aNullIsNoChange() {
    assertThat(loaded(List.of("BIGINT|null", "VARCHAR|null", "JSON|null")))
        .containsOnly(Arrays.asList(null, NO_CHANGES));
  }

  @Test
  void aMisfitDoesNotTouchTheRowsAroundIt() {
    Loading.load(
        file,
        items(WriteMode.APPEND),
        "{\"id\":1,\"VARCHAR\":\"before\"}",
        "{\"id\":2,\"VARCHAR\":\"kept\",\"BIGINT\":1.5,\"DOUBLE\":0.5}",
        "{\"id\":3,\"VARCHAR\":\"after\"}");
    assertThat(
            Loading.query(
                file,
                "select VARCHAR, \"BIGINT\", \"DOUBLE\", _airbyte_meta from items order by id"))
        .containsExactly(
            Arrays.asList("before", null, null, NO_CHANGES),
            Arrays.asList("kept", null, 0.5, nulled("BIGINT")),
            Arrays.asList("after", null, null, NO_CHANGES));
  }

  @Test
  void everyMisfitOfARowIsNoted() {
    Loading.load(
        file,
        items(WriteMode.OVERWRITE_DEDUP),
        "{\"id\":1,\"BIGINT\":\"x\",\"DOUBLE\":\"2.5\",\"BOOLEAN\":3}");
    assertThat(
            Loading.query(
                file,
                "select \"BIGINT\", \"DOUBLE\", _airbyte_meta->>'$.changes[*].field' from items"))
        .containsExactly(Arrays.asList(null, 2.5, List.of("BIGINT", "BOOLEAN")));
  }

  @Test
  void integersBeyond53BitsKeepAllDigits() {
    Loading.load(
        file, items(WriteMode.APPEND), "{\"id\":9007199254740993,\"HUGEINT\":9007199254740993}");
    assertThat(Loading.query(file, "select id, \"HUGEINT\" from items"))
        .containsExactly(List.of(9007199254740993L, 9007199254740993L));
    Loading.load(file, items(WriteMode.OVERWRITE), "{\"id\":1,\"HUGEINT\":" + "9".repeat(30) + "}");
    assertThat(Loading.value(file, "select \"HUGEINT\" from items"))
        .isEqualTo(new BigInteger("9".repeat(30)));
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UPDATE", "SOFT_DELETE"})
  void rowsThatDuckDbRefusesAreCastValueByValue(WriteMode mode) {
    long arrived =
        Loading.load(
            file,
            items(mode),
            "{\"id\":1,\"VARCHAR\":\"first\"}",
            "{\"id\":2,\"VARCHAR\":\"a\",\"VARCHAR\":\"b\",\"unknown\":1}",
            "{\"id\":3,\"VARCHAR\":\"half \\ud83d pair\"}",
            "{\"id\":4,\"BIGINT\":1.5}",
            "{\"id\":5,\"VARCHAR\":\"last ü 😀 \\u0000\"}");
    assertThat(arrived).isEqualTo(5);
    String truncated = "DESTINATION_SERIALIZATION_ERROR";
    assertThat(Loading.query(file, "select VARCHAR, _airbyte_meta from items order by id"))
        .containsExactly(
            List.of("first", NO_CHANGES),
            List.of("b", NO_CHANGES),
            List.of("half \uFFFD pair", change("VARCHAR", "TRUNCATED", truncated)),
            Arrays.asList(null, nulled("BIGINT")),
            List.of("last ü 😀 \0", NO_CHANGES));
    assertThat(Loading.value(file, "select distinct _airbyte_extracted_at from items"))
        .isEqualTo("2024-06-01T11:59Z");
  }

  @Test
  void bytesThatAreNoUtf8AreReplacedAndNoted() {
    byte[] row =
        "{\"id\":1,\"VARCHAR\":\"a\u00ffb\",\"JSON\":{\"\u00c3\":1}}"
            .getBytes(StandardCharsets.ISO_8859_1);
    JsonRows.Builder rows = new JsonRows.Builder();
    rows.add(0, row.length);
    try (Loading loading = new Loading(file, items(WriteMode.APPEND))) {
      loading.append(
          Objects.requireNonNull(rows.build(loading.slice(0), row, ScriptedSlice.READ_AT)));
      loading.commit(Extent.COMPLETE, "done", 0);
    }
    assertThat(
            Loading.query(
                file, "select VARCHAR, \"JSON\", _airbyte_meta->>'$.changes[*].field' from items"))
        .containsExactly(List.of("a\uFFFDb", Map.of("\uFFFD", 1L), List.of("VARCHAR", "JSON")));
  }

  @Test
  void whatIsNestedTooDeeplyForDuckDbBecomesText() {
    String deep = "[".repeat(400) + "1" + "]".repeat(400);
    assertThat(
            Loading.load(
                file, items(WriteMode.APPEND), "{\"id\":1,\"JSON\":" + deep + "}", "{\"id\":2}"))
        .isEqualTo(2);
    assertThat(
            Loading.value(
                file,
                "select replace(replace(\"JSON\"::varchar, '\"', ''), '\\', '') from items where id"
                    + " = 1"))
        .isEqualTo(deep);
  }

  @Test
  void rowsWithoutSchemaMayHoldAnything() {
    ConfiguredStream items = Loading.items(WriteMode.APPEND, "{}");
    Loading.load(file, items, "{}", "{\"a\":1,\"a\":2}", "{\"b\":\"\\udc00\"}", "{\"c\":[]}");
    assertThat(Loading.query(file, "select _airbyte_data from items"))
        .containsExactly(
            List.of(Map.of()),
            List.of(Map.of("a", 2L)),
            List.of(Map.of("b", "\uFFFD")),
            List.of(Map.of("c", List.of())));
  }
}
