package dev.godwit.manifest.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of the rows of an answer.
class RowsTest {
  private static final String ROOT = "extractor: {type: DpathExtractor, field_path: []}\n";

  private static List<@Nullable Object> rows(String body, String selector, String stream) {
    try (Api api = Api.answering(asked -> Answered.json(body))) {
      return new Reading(api).selector(selector).stream(stream).read().rows();
    }
  }

  private static @Nullable Object only(String body, String transformations) {
    List<@Nullable Object> rows = rows(body, ROOT, "transformations:\n" + transformations);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private static @Nullable Object json(String text) {
    return JsonParser.STRICT.parse(text);
  }

  private static String add(String path, String value, String more) {
    return "- type: AddFields\n  fields: [{path: "
        + path
        + ", value: \""
        + value
        + "\""
        + more
        + "}]\n";
  }

  @Test
  void untouchedRowsKeepTheirBytes() {
    assertThat(rows("[{\"n\": 1.0, \"big\": 12345678901234567890123, \"n\": 2}]", ROOT, ""))
        .containsExactly(json("{\"n\":2,\"big\":12345678901234567890123}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "[\"text\"]", "[[{\"a\":1}]]", "[true]"})
  void aRowThatIsNoObjectIsAnError(String body) {
    assertThatThrownBy(() ->
            rows(
                "{\"rows\":" + body + "}",
                "extractor: {type: DpathExtractor, field_path: [rows]}",
                ""))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> assertThat(error.code()).isEqualTo("record.not-object"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "oops", "{\"rows\":[{\"id\":1}", "\uFEFF[]"})
  void aBodyThatCannotBeReadHasNoRows(String body) {
    assertThat(rows(body, "extractor: {type: DpathExtractor, field_path: [rows]}", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{ record.x > 1 }}          | 1",
        "{{ record['x'] }}           | 2",
        "{{ record.missing }}        | 0",
        "{{ record.a.b.c }}          | 0",
        "no                          | 2",
        "{{ record.x < 'text' }}     | 2",
        "''                          | 0",
      })
  void filtersKeepWhatTheyCallTrue(String condition, int kept) {
    String selector =
        ROOT + "record_filter: {type: RecordFilter, condition: \"" + condition + "\"}";
    assertThat(rows("[{\"x\":1},{\"x\":2}]", selector, "")).hasSize(kept);
  }

  @Test
  void filtersComeBeforeTransformations() {
    String selector = ROOT + "record_filter: {type: RecordFilter, condition: \"{{ record.y }}\"}";
    String transformations = "transformations:\n" + add("[y]", "1", "");
    assertThat(rows("[{\"x\":1}]", selector, transformations)).isEmpty();
    assertThat(
            rows("[{\"x\":1}]", selector + "\ntransform_before_filtering: true", transformations))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{ record.x }}            | 1",
        "{{ record.text }}         | 12000.0",
        "{{ record.missing }}      | \"\"",
        "{{ record.none }}         | null",
        "{{ [1, 'a'] }}            | [1,\"a\"]",
        "(1, 2)                    | [1,2]",
        "{{ {'a': none} }}         | {\"a\":null}",
        "True                      | true",
        "plain                     | \"plain\"",
        "{{ config.api[:4] }}      | \"http\"",
      })
  void addedValuesAreReadAsPythonLiterals(String value, String added) {
    assertThat(only("{\"x\":1,\"text\":\"12e3\",\"none\":null}", add("[new]", value, "")))
        .isEqualTo(json("{\"x\":1,\"text\":\"12e3\",\"none\":null,\"new\":" + added + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5    | string  | \"5\"",
        "None | string  | \"None\"",
        "5    | number  | \"5\"",
        "5.0  | number  | 5.0",
        "5.5  | integer | \"5.5\"",
        "5    | integer | 5",
        "True | integer | true",
        "1    | boolean | \"1\"",
        "True | boolean | true",
      })
  void aDeclaredTypeIsKeptOrTheTextStays(String value, String type, String added) {
    assertThat(only("{\"x\":1}", add("[y]", "{{ " + value + " }}", ", value_type: " + type)))
        .isEqualTo(json("{\"x\":1,\"y\":" + added + "}"));
  }

  @Test
  void laterFieldsSeeEarlierOnes() {
    assertThat(
            only(
                "{\"x\":1}",
                add("[a]", "{{ record.x + 1 }}", "") + add("[b]", "{{ record.a + 1 }}", "")))
        .isEqualTo(json("{\"x\":1,\"a\":2,\"b\":3}"));
  }

  @Test
  void parentsAreMadeAndStarsAreNames() {
    assertThat(only("{\"x\":1}", add("[p, '*', q]", "v", "")))
        .isEqualTo(json("{\"x\":1,\"p\":{\"*\":{\"q\":\"v\"}}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "\"text\""})
  void aParentThatIsNoObjectFailsTheStream(String parent) {
    assertThatThrownBy(() -> only("{\"p\":" + parent + "}", add("[p, q]", "v", "")))
        .isInstanceOf(GodwitException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "{{ value > 1 }}, 0",
    "{{ value == 1 and path == ['y'] }}, 1",
    "{{ record.x == 9 }}, 1"
  })
  void aConditionDecidesWhetherAFieldIsAdded(String condition, int added) {
    String transformation = add("[y]", "1", "") + "  condition: \"" + condition + "\"\n";
    assertThat(String.valueOf(only("{\"x\":9}", transformation)).contains("y"))
        .isEqualTo(added == 1);
  }

  private static String remove(String pointers, String more) {
    return "- {type: RemoveFields, field_pointers: " + pointers + more + "}\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[[a]]            | {\"k\":[1,2,3],\"l\":[{\"x\":1},{\"x\":2,\"y\":3}],\"ab\":{\"b\":2}}",
        "[[missing], [a, missing]] |"
            + " {\"a\":{\"b\":1},\"k\":[1,2,3],\"l\":[{\"x\":1},{\"x\":2,\"y\":3}],\"ab\":{\"b\":2}}",
        "[['a*', b], [k], [l]]     | {\"a\":{},\"ab\":{}}",
        "[[a], [ab], [l], [k, '0']] | {\"k\":[null,2,3]}",
        "[[a], [ab], [l], [k, '2']] | {\"k\":[1,2]}",
        "[[a], [ab], [k], [l, '*', x]] | {\"l\":[{},{\"y\":3}]}",
      })
  void fieldsAreRemovedAsTheReferenceRemovesThem(String pointers, String left) {
    String body =
        "{\"a\":{\"b\":1},\"k\":[1,2,3],\"l\":[{\"x\":1},{\"x\":2,\"y\":3}],\"ab\":{\"b\":2}}";
    assertThat(only(body, remove(pointers, ""))).isEqualTo(json(left));
  }

  @Test
  void aConditionRemovesMatchingLeaves() {
    assertThat(
            only(
                "{\"a\":null,\"b\":{\"c\":null,\"d\":1}}",
                remove("[['**']]", ", condition: \"{{ property is none }}\"")))
        .isEqualTo(json("{\"b\":{\"d\":1}}"));
  }
}
