package dev.godwit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {
  private static final Slice SLICE = new Slice(StreamName.of("s"), 0, Map.of(), Map.of(), Map.of());

  private static JsonElements scan(String json, String... path) {
    return new JsonScanner(List.of(path)).scan(json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(JsonElements elements) {
    return IntStream.range(0, elements.count())
        .mapToObj(i ->
            new String(
                elements.page(),
                elements.start(i),
                elements.end(i) - elements.start(i),
                StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void elementsOfTheArrayAtThePathAreFound() {
    JsonElements found =
        scan(
            "{\"meta\":{\"data\":[9]},\"data\":{\"items\":[{\"a\":1},{\"b\":[]}]}}",
            "data",
            "items");
    assertThat(texts(found)).containsExactly("{\"a\":1}", "{\"b\":[]}");
    assertThat(found.onlyObjects()).isTrue();
    assertThat(found.isCompact()).isTrue();
  }

  @Test
  void anObjectAtThePathIsOneElement() {
    assertThat(texts(scan("{\"data\":{\"a\":1}}", "data"))).containsExactly("{\"a\":1}");
    assertThat(texts(scan("{\"a\":1}"))).containsExactly("{\"a\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{ }", "[]", "[ ]", "null", "false", "0", "-0.0", "0e5", "\"\""})
  void falsyValuesAtThePathAreNothing(String value) {
    assertThat(scan("{\"data\":" + value + "}", "data").count()).isZero();
  }

  @Test
  void falsyElementsOfAnArrayStay() {
    assertThat(texts(scan("{\"data\":[{},null,0]}", "data"))).containsExactly("{}", "null", "0");
  }

  @Test
  void aMissingPathIsNothing() {
    assertThat(scan("{\"other\":[{}]}", "data").count()).isZero();
    assertThat(scan("{\"data\":[{\"items\":[{}]}]}", "data", "items").count()).isZero();
    assertThat(scan("{\"data\":5}", "data", "items").count()).isZero();
    assertThat(scan("17", "data").count()).isZero();
  }

  @Test
  void thePathAppliesToEachElementOfARootArray() {
    assertThat(texts(scan("[{\"d\":[1,2]},{},{\"d\":{\"x\":3}},7]", "d")))
        .containsExactly("1", "2", "{\"x\":3}");
    assertThat(texts(scan("[{\"a\":1},{},[{\"b\":2}],null]")))
        .containsExactly("{\"a\":1}", "{\"b\":2}");
  }

  @Test
  void theLastOfEqualKeysWins() {
    assertThat(texts(scan("[{\"d\":[1]},{\"d\":[1,{}],\"d\":[{\"a\":2}]}]", "d")))
        .containsExactly("1", "{\"a\":2}");
    JsonElements last = scan("{\"d\":[1],\"d\":[{\"a\":2}]}", "d");
    assertThat(last.onlyObjects()).isTrue();
    assertThat(scan("{\"d\":[1],\"d\":null}", "d").count()).isZero();
  }

  @Test
  void keysMayBeWrittenWithEscapesAndBeyondAscii() {
    assertThat(texts(scan("{\"d\\u0061ta\":[1]}", "data"))).containsExactly("1");
    assertThat(texts(scan("{\"größe\":[1]}", "größe"))).containsExactly("1");
    assertThat(scan("{\"dat\\\\\":[1]}", "data").count()).isZero();
  }

  @Test
  void everyElementTellsItsKind() {
    JsonElements found =
        scan("[{}, [], \"\", -1, true, null]".replace("[{}", "{\"d\":[{}") + "}", "d");
    assertThat(IntStream.range(0, 6).mapToObj(found::kind))
        .containsExactly(
            JsonKind.OBJECT,
            JsonKind.ARRAY,
            JsonKind.STRING,
            JsonKind.NUMBER,
            JsonKind.BOOLEAN,
            JsonKind.NULL);
    assertThat(found.onlyObjects()).isFalse();
    assertThatThrownBy(() -> found.rows(SLICE, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rowsWithSpaceBetweenTokensAreCompactedIntoAPageOfTheirOwn() {
    JsonElements found =
        scan(
            "{ \"data\" : [ {\"a\" : \"x \\\" y ü\",\n\t\"b\": [ 1 , {} ] }\r\n, {\"c\":\" \"} ] }",
            "data");
    assertThat(found.isCompact()).isFalse();
    JsonElements compact = found.compacted();
    assertThat(texts(compact))
        .containsExactly("{\"a\":\"x \\\" y ü\",\"b\":[1,{}]}", "{\"c\":\" \"}");
    assertThat(compact.isCompact()).isTrue();
    assertThat(compact.compacted()).isSameAs(compact);
    JsonRows rows = Objects.requireNonNull(found.rows(SLICE, 5));
    assertThat(rows.text(0)).isEqualTo("{\"a\":\"x \\\" y ü\",\"b\":[1,{}]}");
    assertThat(rows.emittedAt()).isEqualTo(5);
  }

  @Test
  void compactRowsStayInThePageTheyCameIn() {
    JsonElements found = scan("{ \"data\" : [ {\"a\":1} , {\"b\":2} ] }", "data");
    assertThat(found.isCompact()).isTrue();
    JsonRows rows = Objects.requireNonNull(found.rows(SLICE, 0));
    assertThat(rows.page()).isSameAs(found.page());
    assertThat(rows.text(1)).isEqualTo("{\"b\":2}");
    assertThat(scan("{\"data\":[]}", "data").rows(SLICE, 0)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"data\":[{\"a\":1},{\"a\":tru}]}|25|expected true",
        "{\"data\":[{\"a\":1} {\"a\":2}]}|17|expected ',' or ']'",
        "{\"data\":[{\"a\":1}]|17|it ends too early",
        "{\"data\":[{\"a\":1e999}]}|14|number beyond the range of a double",
        "{\"x\":[{\"a\":[1,2}]}|15|expected ',' or ']'",
        "{\"data\":[]}]|11|something follows the value",
      })
  void malformedPagesAreRefusedWithTheOffset(String json, int offset, String problem) {
    assertThatThrownBy(() -> scan(json, "data"))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("at byte " + offset + " ")
        .hasMessageEndingWith(problem);
  }

  @Test
  void nestingIsBounded() {
    assertThatThrownBy(() -> scan("{\"x\":".repeat(100_000), "data"))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("nested deeper");
    String deep = "{\"data\":[" + "[".repeat(1000) + "]".repeat(1000) + "]}";
    assertThat(scan(deep, "data").count()).isEqualTo(1);
  }
}
