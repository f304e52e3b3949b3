package dev.godwit.manifest.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.json.JsonParser;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SureSchemaTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'$schema': 'http://json-schema.org/draft-07/schema#', 'title': 'Spec', 'order': 1}",
        "{'type': ['string', 'null'], 'format': 'date', 'pattern': '^[0-9]+$', 'default': 5}",
        "{'properties': {'a': {'type': 'integer', 'minimum': 0}, 'b': true}, 'required': ['a']}",
        "{'oneOf': [{'const': 1}, {'enum': ['x'], 'examples': [2]}], 'readOnly': false}",
        "{'items': {'minLength': 1, 'airbyte_secret': true}, 'uniqueItems': true, 'maxItems': 3}"
      })
  void whatIsSureIsASchemaOfTheDraft(String schema) {
    assertThat(SureSchema.matches(parse(schema))).isTrue();
    assertThat(new SchemaCheck().compared(parse(schema))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'text'}",
        "{'type': []}",
        "{'type': ['string', 'string']}",
        "{'title': 5}",
        "{'pattern': null}",
        "{'required': 'a'}",
        "{'required': ['a', 'a']}",
        "{'properties': []}",
        "{'properties': {'a': {'description': {}}}}",
        "{'properties': {'a': 'string'}}",
        "{'items': {'type': 1}}",
        "{'oneOf': []}",
        "{'anyOf': [{'type': 'x'}]}",
        "{'enum': 'a'}",
        "{'minimum': '1'}",
        "{'maxLength': -1}",
        "{'uniqueItems': 1}",
        "{'multipleOf': 0}",
        "{'additionalProperties': 'no'}"
      })
  void whatIsNoSchemaIsNeverSure(String schema) {
    assertThat(new SchemaCheck().compared(parse(schema))).isNotEmpty();
    assertThat(SureSchema.matches(parse(schema))).isFalse();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> parse(String text) {
    return (Map<String, @Nullable Object>) JsonParser.STRICT.parse(text.replace('\'', '"'));
  }
}
