package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.json.JsonParser;
import dev.godwit.destinations.files.FilesDestination;
import dev.godwit.testkit.ScriptedSlice;
import dev.godwit.testkit.ScriptedSource;
import dev.godwit.testkit.ScriptedStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What lies in one database, copied to another one and back.
class CopyingTest {
  private static final String TYPES =
      """
      {"id": {"type": "integer"},
       "flag": {"type": "boolean"},
       "whole": {"type": "integer"},
       "huge": {"type": "integer", "airbyte_type": "big_integer"},
       "real": {"type": "number"},
       "exact": {"type": "number", "airbyte_type": "big_number"},
       "text": {"type": "string"},
       "time": {"type": "string", "airbyte_type": "time_without_timezone"},
       "zoned time": {"type": "string", "airbyte_type": "time_with_timezone"},
       "day": {"type": "string", "format": "date"},
       "local": {"type": "string", "airbyte_type": "timestamp_without_timezone"},
       "at": {"type": "string", "format": "date-time"},
       "any": {},
       "nested": {"type": "object", "properties": {
         "exact": {"type": "number", "airbyte_type": "big_number"},
         "day": {"type": "string", "format": "date"},
         "list": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
         "odd \\"name'": {"type": "string"},
         "any": {}}}}\
      """;

  private static final Stream STREAM = Syncs.items(TYPES, "id");

  private static final List<String> ROWS =
      List.of(
          """
          {"id":1,"flag":true,"whole":9223372036854775807,"huge":170141183460469231731687303715884105727,\
          "real":1.7976931348623157e308,"exact":"12345678901234567890123456789.123456789","text":"",\
          "time":"23:59:59.999999","zoned time":"10:00:00+05:30","day":"-0043-03-15",\
          "local":"-0043-03-15T10:00:00.5","at":"-4000-12-31T23:59:59.123456Z",\
          "any":{"a":[1,{"b":null},"x"],"c":1.5},\
          "nested":{"exact":"-12345678901234567890123456789.123456789","day":"12024-02-29",\
          "list":[[1.5,null],[],null],"odd \\"name'":"q\\"\\\\","any":{"k":[1]}}}\
          """,
          """
          {"id":2,"flag":false,"whole":-9223372036854775808,"huge":-170141183460469231731687303715884105727,\
          "real":5e-324,"exact":"-0.000000001","text":"a\\"b\\\\c\\n\\r\\t\\u0001\\u001f\\u2028 é😀 日本 👩‍👩‍👧",\
          "time":"00:00:00","zoned time":"23:30:00-05:30","day":"0000-12-31",\
          "local":"12024-01-01T00:00:00","at":"294000-01-01T00:00:00.000001Z","any":"text",\
          "nested":{"list":[]}}\
          """,
          """
          {"id":3,"real":"NaN","exact":1,"text":"null","time":"12:30:00.5","zoned time":"08:15:00Z",\
          "day":"0001-01-01","local":"0001-01-01T00:00:00","at":"0001-01-01T00:00:00Z","any":[],"nested":{}}\
          """,
          """
          {"id":4,"real":"Infinity","day":"9999-12-31","local":"9999-12-31T23:59:59.999999",\
          "at":"9999-12-31T23:59:59.999999Z","any":false,"nested":{"list":[["NaN",-0.0]]}}\
          """,
          """
          {"id":5,"real":"-Infinity","day":"1969-12-31","local":"1582-10-04T12:00:00",\
          "at":"1900-01-01T00:00:00-05:00","any":0}\
          """,
          "{\"id\":6,\"real\":-0.0,\"whole\":0,\"huge\":0,\"exact\":0,\"any\":\"\"}",
          "{\"id\":7,\"real\":0.1,\"text\":\"{}\",\"any\":{\"0\":{\"1\":{\"2\":[[[]]]}}}}",
          "{\"id\":8}");

  /// Texts beside values tell apart what counts as equal.
  private static final String VALUES =
      """
      select id, flag, whole, huge::varchar, "real", exact::varchar, "text", "time"::varchar,
        "zoned time"::varchar, "day"::varchar, "local"::varchar, "at"::varchar, "any",
        _airbyte_extracted_at, _airbyte_meta, %s
      from items order by id\
      """;

  private static final String TYPES_OF_COLUMNS =
      """
      select column_name, data_type from duckdb_columns()
      where table_name = 'items' and column_name <> 'nested' order by column_name\
      """;

  @TempDir private Path folder;
  private Path first = Path.of("");
  private Path last = Path.of("");

  @BeforeEach
  void chooseFiles() {
    first = folder.resolve("first.duckdb");
    last = folder.resolve("last.duckdb");
  }

  private void load(Path file, Stream stream, List<String> rows) {
    ScriptedStream script = ScriptedStream.of(stream, ScriptedSlice.of(rows));
    try (Destination destination = Copies.duckDb(file)) {
      assertThat(
              Copies.report(new ScriptedSource(1, List.of(script)), destination)
                  .streams()
                  .getFirst()
                  .error())
          .isNull();
    }
    assertThat(Copies.query(file, "select distinct _airbyte_meta::varchar from items"))
        .containsExactly(List.of("{\"changes\":[]}"));
  }

  @Test
  void valuesOfAllTypesGoToPostgresAndBackAsTheyAre() {
    load(first, STREAM, ROWS);
    TestDatabase database = TestDatabase.create();
    Copies.copied(Copies.duckDb(first), Syncs.open(database));
    Copies.copied(Syncs.open(database), Copies.duckDb(last));
    assertThat(Copies.query(last, VALUES.formatted("id")))
        .isEqualTo(Copies.query(first, VALUES.formatted("id")));
    assertThat(Copies.query(last, TYPES_OF_COLUMNS))
        .isEqualTo(Copies.query(first, TYPES_OF_COLUMNS));
    assertThat(Copies.query(last, "select nested from items where id = 1").getFirst().getFirst())
        .isEqualTo(
            JsonParser.STRICT.parse(
                """
                {"exact":"-12345678901234567890123456789.123456789","day":"12024-02-29",\
                "list":[[1.5,null],[],null],"odd \\"name'":"q\\"\\\\","any":{"k":[1]}}\
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "jsonl", "csv"})
  void valuesOfAllTypesGoToPostgresAndFilesAndBackAsTheyAre(String format) {
    load(first, STREAM, ROWS);
    TestDatabase database = TestDatabase.create();
    Copies.copied(Copies.duckDb(first), Syncs.open(database));
    Copies.copied(Syncs.open(database), files(format));
    Copies.copied(files(format), Copies.duckDb(last));
    assertThat(Copies.query(last, VALUES.formatted("id")))
        .isEqualTo(Copies.query(first, VALUES.formatted("id")));
    assertThat(Copies.query(last, TYPES_OF_COLUMNS))
        .isEqualTo(Copies.query(first, TYPES_OF_COLUMNS));
  }

  private Destination files(String format) {
    return FilesDestination.open(
        format, folder.resolve(format).toString(), Map.of(), Clock.systemUTC());
  }

  @Test
  void valuesOfAllTypesGoFromFileToFileAsTheyAre() {
    load(first, STREAM, ROWS);
    Copies.copied(Copies.duckDb(first), Copies.duckDb(last));
    assertThat(Copies.query(last, VALUES.formatted("nested, nested::varchar")))
        .isEqualTo(Copies.query(first, VALUES.formatted("nested, nested::varchar")));
    assertThat(Copies.query(last, TYPES_OF_COLUMNS.replace("nested", "")))
        .isEqualTo(Copies.query(first, TYPES_OF_COLUMNS.replace("nested", "")));
  }
}
