package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Nested;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Objects and arrays in columns with parts.
class StructsTest {
  private static final String ADDRESS =
      """
      {"id": {"type": "integer"},
       "address": {"type": ["null", "object"], "properties": {
         "city": {"type": "string"},
         "since": {"type": "string", "format": "date"},
         "tags": {"type": "array", "items": {"type": "string"}},
         "extra": {"type": "object"}}},
       "lines": {"type": "array", "items": {"type": "object", "properties": {
         "price": {"type": "number", "airbyte_type": "big_number"},
         "count": {"anyOf": [{"type": "null"}, {"type": "integer"}]}}}},
       "free": {"type": "array"}}\
      """;

  private static final String ROW =
      """
      {"id":1,"address":{"city":"Ulm","since":"2024-01-31","tags":["a",null],"extra":{"x":[1]},"hidden":1},\
      "lines":[{"price":"1.25","count":2},null,{"count":3}],"free":[1,"b"]}\
      """;

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  private static ConfiguredStream stream(WriteMode mode, String properties) {
    return Loading.items(mode, properties).with(Nested.STRUCT);
  }

  private void load(String properties, String... rows) {
    Loading.load(file, stream(WriteMode.APPEND, properties), rows);
  }

  private @Nullable Object type(String column) {
    return Loading.value(
        file,
        "select data_type from duckdb_columns() where table_name = 'items' and column_name = '%s'"
            .formatted(column));
  }

  private @Nullable Object json(String column, int id) {
    return Loading.value(
        file, "select to_json(%s)::varchar from items where id = %d".formatted(column, id));
  }

  private @Nullable Object changes(int id) {
    return Loading.value(
        file,
        "select (_airbyte_meta->'$.changes')::varchar from items where id = %d".formatted(id));
  }

  @Test
  void declaredObjectsAndItemsHaveTypesAndTheRestIsJson() {
    load(ADDRESS, ROW);
    assertThat(type("address"))
        .isEqualTo("STRUCT(city VARCHAR, since DATE, tags VARCHAR[], extra JSON)");
    assertThat(type("lines")).isEqualTo("STRUCT(price DECIMAL(38,9), count BIGINT)[]");
    assertThat(type("free")).isEqualTo("JSON");
    assertThat(json("address", 1))
        .isEqualTo(
            "{\"city\":\"Ulm\",\"since\":\"2024-01-31\",\"tags\":[\"a\",null],\"extra\":{\"x\":[1]}}");
    assertThat(Loading.query(file, "select lines[1].price::varchar, lines[3].count from items"))
        .containsExactly(List.of("1.250000000", 3L));
    assertThat(changes(1)).isEqualTo("[]");
  }

  @Test
  void partsThatDoNotFitAreNotedWithTheirPathAndTheOthersStay() {
    load(
        ADDRESS,
        "{\"id\":1,\"address\":{\"city\":\"Ulm\",\"since\":\"soon\"},"
            + "\"lines\":[{\"count\":1},{\"count\":\"many\"}]}",
        "{\"id\":2,\"address\":\"Ulm\",\"lines\":{\"count\":1}}");
    assertThat(json("address", 1))
        .isEqualTo("{\"city\":\"Ulm\",\"since\":null,\"tags\":null,\"extra\":null}");
    assertThat(json("lines", 1))
        .isEqualTo("[{\"price\":null,\"count\":1},{\"price\":null,\"count\":null}]");
    assertThat(changes(1)).asString().contains("\"address.since\"", "\"lines[1].count\"");
    assertThat(json("address", 2)).isNull();
    assertThat(changes(2)).asString().contains("\"address\"", "\"lines\"");
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      names = {"APPEND", "APPEND_DEDUP", "HISTORY", "UPDATE"})
  void aFieldThatAppearsLaterJoinsTheOthers(WriteMode mode) {
    WriteMode first = mode == WriteMode.UPDATE ? WriteMode.APPEND_DEDUP : mode;
    Loading.load(
        file,
        stream(
            first,
            "{\"id\":{\"type\":\"integer\"},\"o\":{\"properties\":{\"a\":{\"type\":\"integer\"}}}}"),
        "{\"id\":1,\"o\":{\"a\":1}}",
        "{\"id\":2}");
    Loading.load(
        file,
        stream(
            mode,
            """
            {"id":{"type":"integer"},
             "o":{"properties":{"b":{"type":"array","items":{"type":"boolean"}},"A":{"type":"string"}}}}\
            """),
        "{\"id\":%d,\"o\":{\"b\":[true],\"A\":\"x\",\"a\":7}}"
            .formatted(mode == WriteMode.UPDATE ? 2 : 3));
    assertThat(type("o")).isEqualTo("STRUCT(a BIGINT, b BOOLEAN[], A_d3d99e8b VARCHAR)");
    assertThat(json("o", 1)).isEqualTo("{\"a\":1,\"b\":null,\"A_d3d99e8b\":null}");
    assertThat(json("o", mode == WriteMode.UPDATE ? 2 : 3))
        .isEqualTo("{\"a\":7,\"b\":[true],\"A_d3d99e8b\":\"x\"}");
  }

  @Test
  void columnsKeepTheirFormWhateverIsAskedFor() {
    Loading.load(file, Loading.items(WriteMode.APPEND, ADDRESS), ROW);
    load(ADDRESS, ROW);
    assertThat(type("address")).isEqualTo("JSON");
    Path other = folder.resolve("other.duckdb");
    Loading.load(other, stream(WriteMode.APPEND, ADDRESS), ROW);
    Loading.load(other, Loading.items(WriteMode.APPEND, ADDRESS), ROW);
    assertThat(Loading.query(other, "select address.city from items"))
        .containsExactly(List.of("Ulm"), List.of("Ulm"));
  }

  @Test
  void aFieldThatIsNoLongerAnObjectMakesTheColumnJson() {
    load(ADDRESS, ROW);
    load(
        "{\"id\":{\"type\":\"integer\"},\"address\":{\"type\":\"string\"}}",
        "{\"id\":2,\"address\":\"Ulm\"}");
    assertThat(type("address")).isEqualTo("JSON");
    assertThat(Loading.query(file, "select address->>'city' from items where id = 1"))
        .containsExactly(List.of("Ulm"));
    assertThat(json("address", 2)).isEqualTo("\"Ulm\"");
  }

  @Test
  void largeIntegersAreNotMadeDoublesUnseen() {
    load(
        "{\"id\":{\"type\":\"integer\"},\"o\":{\"properties\":{\"n\":{\"type\":\"integer\"}}}}",
        "{\"id\":1,\"o\":{\"n\":9007199254740993}}");
    load(
        "{\"id\":{\"type\":\"integer\"},\"o\":{\"properties\":{\"n\":{\"type\":\"number\"}}}}",
        "{\"id\":2,\"o\":{\"n\":0.5}}");
    assertThat(type("o")).isEqualTo("STRUCT(n JSON)");
    assertThat(json("o", 1)).isEqualTo("{\"n\":9007199254740993}");
    assertThat(json("o", 2)).isEqualTo("{\"n\":0.5}");
  }

  @Test
  void keysInsideObjectsAreFoundInJson() {
    ConfiguredStream stream =
        Loading.stream(
                StreamName.of("items"),
                WriteMode.APPEND_DEDUP,
                """
                {"id":{"type":"integer"},"o":{"properties":{"k":{"type":"string"}}},\
                "p":{"properties":{"k":{"type":"string"}}}}\
                """,
                List.of(),
                List.of(List.of("o", "k")))
            .with(Nested.STRUCT);
    Loading.load(file, stream, "{\"id\":1,\"o\":{\"k\":\"a\"},\"p\":{\"k\":\"b\"}}");
    Loading.load(file, stream, "{\"id\":2,\"o\":{\"k\":\"a\"},\"p\":{\"k\":\"c\"}}");
    assertThat(Loading.query(file, "select id, o, p.k from items"))
        .containsExactly(List.of(2L, Map.of("k", "a"), "c"));
    assertThat(type("o")).isEqualTo("JSON");
  }

  @Test
  void namesOfFieldsMayNeedQuotes() {
    load(
        """
        {"id":{"type":"integer"},"o":{"properties":{"a b":{"type":"integer"},\
        "it's \\"x\\"":{"type":"string"},"select":{"type":"boolean"}}}}\
        """,
        "{\"id\":1,\"o\":{\"a b\":1,\"it's \\\"x\\\"\":\"y\",\"select\":true}}");
    load(
        "{\"id\":{\"type\":\"integer\"},\"o\":{\"properties\":{\"a b\":{\"type\":\"integer\"}}}}",
        "{\"id\":2,\"o\":{\"a b\":2}}");
    assertThat(json("o", 1)).isEqualTo("{\"a b\":1,\"it's \\\"x\\\"\":\"y\",\"select\":true}");
    assertThat(Loading.value(file, "select sum(o.\"a b\")::bigint from items")).isEqualTo(3L);
  }
}
