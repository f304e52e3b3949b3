package dev.godwit.mapping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {
  private static final String SCHEMA =
      """
      {"type": "object", "properties": {
        "id": {"type": "integer"},
        "mail": {"type": ["null", "string"]},
        "day": {"type": "string", "format": "date"},
        "at": {"type": "string", "format": "date-time"},
        "anything": {},
        "address": {"type": "object", "properties": {"street": {"type": "string"}}},
        "extra": {"type": "object"},
        "items": {"type": "array", "items": {"type": "object",
          "properties": {"price": {"type": "number"}}}}}}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":{"required":true,"type":"integer"}}  |
          {"id":{"type":"number","min":0}}           |
          {"id":{"type":"string"}}                   | contract.type
          {"id":{"matches":"^1"}}                    | contract.matches
          {"id":{"max_length":3}}                    | contract.max-length
          {"id":{"values":["a"]}}                    | contract.values
          {"id":{"values":["a",1]}}                  |
          {"mail":{"nullable":false,"matches":"@"}}  |
          {"mail":{"min":1}}                         | contract.min
          {"mail":{"type":"timestamp"}}              |
          {"day":{"type":"timestamp"}}               | contract.type
          {"at":{"type":"date"}}                     | contract.type
          {"at":{"type":"timestamp"}}                |
          {"anything":{"type":"boolean"}}            |
          {"nmae":{"required":true}}                 | contract.unknown-field
          {"nmae":{"matches":"@"}}                   | contract.unknown-field
          {"address.street":{"type":"string"}}       |
          {"address.stret":{"type":"string"}}        | contract.unknown-field
          {"mail.host":{"type":"string"}}            | contract.unknown-field
          {"extra.any":{"required":true}}            |
          {"items[].price":{"min":0}}                |
          {"items.price":{"min":0}}                  | contract.unknown-field
          {"items[].price":{"type":"boolean"}}       | contract.type
          """)
  void aSchemaIsComparedBeforeAnyRowIsRead(String fields, String code) {
    List<Violation> violations = against("{\"fields\":" + fields + "}", SCHEMA, "id");
    assertThat(violations)
        .extracting(Violation::code)
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void violationsSayWhatContradictsWhat() {
    assertThat(
            against(
                """
                {"fields": {"id": {"type": "string"}, "emial": {}, "mial": {"required": true}},
                 "freshness": {"field": "items", "within": "1h"}}\
                """,
                SCHEMA,
                "id"))
        .containsExactly(
            new Violation(
                "contract.type",
                "id",
                "The schema says that id is number, the contract needs" + " string."),
            new Violation(
                "contract.unknown-field",
                "mial",
                "The schema has no field mial; did you mean" + " mail?"),
            new Violation(
                "contract.freshness",
                "items",
                "The schema says that items is array, which tells" + " no time."));
  }

  @Test
  void keysOfAStreamWithoutOneAreAViolation() {
    assertThat(against("{\"keys\":true}", SCHEMA, null))
        .extracting(Violation::code)
        .containsExactly("contract.no-key");
  }

  @Test
  void aStreamWithoutASchemaContradictsNothing() {
    assertThat(against("{\"fields\":{\"x\":{\"required\":true}}}", "{}", "id")).isEmpty();
  }

  private static List<Violation> against(String contract, String schema, String key) {
    return Sample.contract(contract).against(Sample.stream(schema, key));
  }
}
