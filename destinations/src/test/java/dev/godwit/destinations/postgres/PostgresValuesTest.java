package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.JsonRows;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.json.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresValuesTest {
  private static final String CUT =
      """
      {"changes":[{"field":"value","change":"TRUNCATED","reason":"DESTINATION_SERIALIZATION_ERROR"}]}\
      """;

  private static Map<String, @Nullable Object> landed(String schema, String... rows) {
    TestDatabase database = TestDatabase.create();
    Stream stream = Syncs.items("{\"value\": " + schema + "}");
    Syncs.landed(database, WriteMode.APPEND, 1, stream, rows);
    return database
        .query("select value::text as value, _airbyte_meta as meta from items")
        .getFirst();
  }

  /// Lands a row of one text, whose bytes need not be UTF-8.
  private static Map<String, @Nullable Object> landed(String schema, byte[] text) {
    TestDatabase database = TestDatabase.create();
    Stream stream = Syncs.items("{\"value\": " + schema + "}");
    boolean object = schema.contains("object");
    byte[] row =
        concat(
            (object ? "{\"value\":{\"" : "{\"value\":\"").getBytes(StandardCharsets.US_ASCII),
            text,
            (object ? "\":1}}" : "\"}").getBytes(StandardCharsets.US_ASCII));
    Slice slice = new Slice(stream.name(), 0, Map.of(), Map.of(), Map.of());
    JsonRows.Builder rows = new JsonRows.Builder();
    rows.add(0, row.length);
    ConfiguredStream configured =
        new ConfiguredStream(
            stream, SyncMode.FULL_REFRESH, WriteMode.APPEND, List.of(), stream.primaryKey());
    try (Destination destination = Syncs.open(database);
        StreamWriter writer =
            destination.open(new StreamPlan(configured, Generation.keeping(0), null))) {
      writer.append(Objects.requireNonNull(rows.build(slice, row, 0)));
      writer.commit(
          new Checkpoint(
              stream.name(),
              null,
              List.of(slice),
              1,
              Checkpoint.Extent.COMPLETE,
              ShrinkPolicy.USUAL));
    }
    return database
        .query("select value::text as value, _airbyte_meta as meta from items")
        .getFirst();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /// Each byte is replaced by itself: a lone one, an overlong form, a form that is cut off, half a
  /// surrogate pair, a code point beyond the last.
  @ParameterizedTest
  @CsvSource({
    "61 ff 62, a\uFFFDb",
    "61 c0 80 62, a\uFFFD\uFFFDb",
    "e2 82, \uFFFD\uFFFD",
    "61 ed a0 80 62, a\uFFFD\uFFFD\uFFFDb",
    "f4 90 80 80, \uFFFD\uFFFD\uFFFD\uFFFD",
    "c3 a9 80, \u00e9\uFFFD"
  })
  void bytesThatAreNoUtf8AreReplacedAndNoted(String hex, String landed) {
    byte[] text = HexFormat.ofDelimiter(" ").parseHex(hex);
    assertThat(landed("{\"type\":\"string\"}", text))
        .containsEntry("value", landed)
        .containsEntry("meta", json(CUT));
    assertThat(landed("{\"type\":\"object\"}", text))
        .containsEntry("value", "{\"" + landed + "\": 1}")
        .containsEntry("meta", json(CUT));
  }

  private static @Nullable Object json(String text) {
    return JsonParser.STRICT.parse(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a\\u0000b|a\uFFFDb",
        "half \\ud83d here|half \uFFFD here",
        "\\udc00\\ud800|\uFFFD\uFFFD",
        "\\u0000|\uFFFD"
      })
  void charactersThatNoTextOfPostgresHoldsAreReplacedAndNoted(String text, String landed) {
    assertThat(landed("{\"type\":\"string\"}", "{\"value\":\"" + text + "\"}"))
        .containsEntry("value", landed)
        .containsEntry("meta", json(CUT));
    assertThat(landed("{\"type\":\"object\"}", "{\"value\":{\"" + text + "\":1}}"))
        .containsEntry("value", "{\"" + landed + "\": 1}")
        .containsEntry("meta", json(CUT));
  }

  @Test
  void otherEscapesBecomeWhatTheyStandFor() {
    assertThat(
            landed(
                "{\"type\":\"string\"}",
                "{\"value\":\"\\u00e9\\u20ac\\ud83d\\ude00\\/\\\\\\\"\\b\\f\\n\\r\\t\\u0001\"}"))
        .containsEntry("value", "é€😀/\\\"\b\f\n\r\t\u0001")
        .containsEntry("meta", json("{\"changes\":[]}"));
  }

  @Test
  void numbersThatAreNotFiniteBecomeTextInsideJson() {
    assertThat(landed("{}", "{\"value\":[NaN,-Infinity,9]}"))
        .containsEntry("value", "[\"NaN\", \"-Infinity\", 9]")
        .containsEntry("meta", json(CUT));
  }

  @Test
  void whatIsNestedTooDeeplyBecomesText() {
    String deep = "[".repeat(800) + "]".repeat(800);
    assertThat(landed("{}", "{\"value\":" + deep + "}")).containsEntry("meta", json(CUT));
  }

  @ParameterizedTest
  @CsvSource({
    "date, 9999-12-31, 9999-12-31",
    "date, 20240131, 2024-01-31",
    "date, -0043-03-15, 0044-03-15 BC",
    "date-time, 2024-01-31T10:00:00.123456789+02:00, 2024-01-31 08:00:00.123456+00",
    "date-time, 'Tue, 3 Jun 2008 11:05:30 GMT', 2008-06-03 11:05:30+00",
    "date-time, +12024-01-31T10:00Z, 12024-01-31 10:00:00+00",
    "time, T10:30+02:00, 08:30:00"
  })
  void timesOfManyFormsArrive(String format, String text, String landed) {
    TestDatabase database = TestDatabase.create();
    Stream stream =
        Syncs.items("{\"value\": {\"type\":\"string\",\"format\":\"%s\"}}".formatted(format));
    Syncs.landed(database, WriteMode.APPEND, 1, stream, "{\"value\":\"" + text + "\"}");
    assertThat(database.query("select value::text as value from items"))
        .containsExactly(Map.of("value", landed));
  }

  @ParameterizedTest
  @CsvSource({
    "date-time, -290000-01-01T00:00:00Z, DESTINATION_FIELD_SIZE_LIMITATION",
    "date, -5000-01-01, DESTINATION_FIELD_SIZE_LIMITATION",
    "date, 2024-02-30, DESTINATION_TYPECAST_ERROR"
  })
  void timesThatPostgresDoesNotHoldAreNulledAndNoted(String format, String text, String reason) {
    assertThat(
            landed(
                "{\"type\":\"string\",\"format\":\"" + format + "\"}",
                "{\"value\":\"" + text + "\"}"))
        .containsEntry("value", null)
        .containsEntry("meta", Map.of("changes", List.of(nulled(reason))));
  }

  private static Map<String, Object> nulled(String reason) {
    return Map.of("field", "value", "change", "NULLED", "reason", reason);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-1.5, -1.5",
    "0.1, 0.1",
    "1e22, 1e+22",
    "123456789012345678, 1.2345678901234568e+17",
    "0.30000000000000004, 0.30000000000000004",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "9007199254740993, 9.007199254740992e+15",
    "0.000001, 1e-06",
    "-0, -0",
    "4.35, 4.35"
  })
  void realNumbersAreTheNearestOnes(String number, String landed) {
    assertThat(landed("{\"type\":\"number\"}", "{\"value\":" + number + "}"))
        .containsEntry("value", landed);
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 10000.000000000",
    "-0.000000001, -0.000000001",
    "1e5, 100000.000000000",
    "12345678901234567890123456789, 12345678901234567890123456789.000000000",
    "100.0001, 100.000100000",
    "0, 0.000000000",
    "'\"-0\"', 0.000000000",
    "'\"0.5\"', 0.500000000",
    "'\"-12345.678901234\"', -12345.678901234",
    "'\"10000\"', 10000.000000000",
    "'\"100010000.0001\"', 100010000.000100000",
    "'\"99999999999999\"', 99999999999999.000000000",
    "'\"00.000000001\"', 0.000000001",
    "'\"-12345678901234567890123456789.123456789\"', -12345678901234567890123456789.123456789",
    "'\" 1e2\"', 100.000000000"
  })
  void decimalsAreExact(String number, String landed) {
    assertThat(
            landed(
                "{\"type\":\"number\",\"airbyte_type\":\"big_number\"}",
                "{\"value\":" + number + "}"))
        .containsEntry("value", landed)
        .containsEntry("meta", json("{\"changes\":[]}"));
  }

  @Test
  void aStreamWithoutPropertiesHasOneColumnForItsRows() {
    TestDatabase database = TestDatabase.create();
    Syncs.landed(
        database,
        WriteMode.APPEND,
        1,
        Syncs.items("{}"),
        "{\"a\":{\"b\":1}}",
        "{\"c\":\"\\u0000\"}");
    assertThat(database.query("select _airbyte_data as data from items"))
        .isEqualTo(
            List.of(
                Map.of("data", Map.of("a", Map.of("b", 1L))),
                Map.of("data", Map.of("c", "\uFFFD"))));
  }
}
