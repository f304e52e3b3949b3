package dev.godwit.mapping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.godwit.core.error.GodwitException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractReaderTest {
  @Test
  void aContractHasWhatItsDocumentSays() {
    Contract contract =
        Sample.contract(
            """
            {"on_violation": "warn",
             "fields": {"id": {"required": true, "nullable": false, "type": "integer"},
                        "status": {"values": ["open", "paid", null], "on_violation": "fail"}},
             "keys": {"on_violation": "quarantine"},
             "freshness": {"field": "updated_at", "within": "2w"},
             "rows": {"min": 1, "max": 100000, "on_violation": "fail"}}\
            """);
    assertThat(contract.checks())
        .extracting(Check::words, Check::onViolation)
        .containsExactly(
            tuple("id is missing", OnViolation.WARN),
            tuple("id has no value", OnViolation.WARN),
            tuple("id is not of type integer", OnViolation.WARN),
            tuple("status is none of the accepted values", OnViolation.FAIL));
    assertThat(contract.keys()).isEqualTo(OnViolation.QUARANTINE);
    assertThat(contract.freshness().within()).isEqualTo(Duration.ofDays(14));
    assertThat(contract.freshness().onViolation()).isEqualTo(OnViolation.WARN);
    assertThat(contract.volume()).isEqualTo(new Volume(1L, 100_000L, OnViolation.FAIL));
  }

  @Test
  void withoutAWordAboutItAViolationFailsTheStream() {
    Contract contract =
        Sample.contract("{\"fields\":{\"id\":{\"required\":true}},\"rows\":{\"min\":1}}");
    assertThat(contract.checks().getFirst().onViolation()).isEqualTo(OnViolation.FAIL);
    assertThat(contract.volume().onViolation()).isEqualTo(OnViolation.FAIL);
  }

  @Test
  void whatIsNotAboutSingleRowsFailsWhereRowsGoToQuarantine() {
    Contract contract = Sample.contract("{\"on_violation\":\"quarantine\",\"rows\":{\"min\":1}}");
    assertThat(contract.volume().onViolation()).isEqualTo(OnViolation.FAIL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"feilds":{}}                                   | contract.unknown-key | feilds
          {"fields":[]}                                   | contract.wrong-value | fields
          {"fields":{"id":null}}                          | contract.wrong-value | fields.id
          {"fields":{"id":{"requred":true}}}              | contract.unknown-key | fields.id.requred
          {"fields":{"id":{"required":"yes"}}}            | contract.wrong-value | fields.id.required
          {"fields":{"id":[{"type":"integer"},{"max":"x"}]}} | contract.wrong-value | fields.id[1].max
          {"fields":{"id":{"type":"int"}}}                | contract.wrong-value | fields.id.type
          {"fields":{"id":{"matches":"("}}}               | contract.wrong-value | fields.id.matches
          {"fields":{"id":{"max_length":-1}}}             | contract.wrong-value | fields.id.max_length
          {"fields":{"id":{"min_length":3,"max_length":2}}} | contract.wrong-value | fields.id.max_length
          {"fields":{"id":{"min":3,"max":2}}}             | contract.wrong-value | fields.id.max
          {"fields":{"id":{"values":"a"}}}                | contract.wrong-value | fields.id.values
          {"fields":{"id":{"values":[["a"]]}}}            | contract.wrong-value | fields.id.values
          {"fields":{"a..b":{"required":true}}}           | mapping.bad-path     | fields.a..b
          {"on_violation":"stop"}                         | contract.wrong-value | on_violation
          {"keys":"id"}                                   | contract.wrong-value | keys
          {"keys":{"on":"warn"}}                          | contract.unknown-key | keys.on
          {"freshness":{"field":"at"}}                    | contract.missing     | freshness
          {"freshness":{"field":"at","within":"soon"}}    | contract.wrong-value | freshness.within
          {"freshness":{"field":"at","within":"0h"}}      | contract.wrong-value | freshness.within
          {"rows":{"min":1.5}}                            | contract.wrong-value | rows.min
          {"rows":{"min":5,"max":4}}                      | contract.wrong-value | rows.max
          {"rows":{"min":1,"on_violation":"quarantine"}}  | contract.wrong-value | rows.on_violation
          """)
  void mistakesAreNamedWithTheirPath(String document, String code, String path) {
    GodwitException error =
        catchThrowableOfType(GodwitException.class, () -> Sample.contract(document));
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.place().path()).isEqualTo("streams.orders.contract." + path);
  }

  @Test
  void whatIsAllowedIsNamed() {
    assertThat(message("{\"fields\":{\"id\":{\"type\":\"int\"}}}"))
        .isEqualTo(
            "streams.orders.contract.fields.id.type must be one of string, integer, number,"
                + " boolean, object, array, date, timestamp.");
    assertThat(message("{\"feilds\":{}}"))
        .isEqualTo("A contract has no streams.orders.contract.feilds; did you mean fields?");
  }

  @Test
  void keysNeedAPrimaryKey() {
    Contract contract = Sample.contract("{\"keys\":true}");
    GodwitException error =
        catchThrowableOfType(
            GodwitException.class,
            () -> contract.over(Sample.stream("{}", null), Clock.systemUTC()));
    assertThat(error.code()).isEqualTo("contract.no-key");
    assertThat(Sample.contract("{\"keys\":false}").keys()).isNull();
  }

  private static String message(String document) {
    return catchThrowableOfType(GodwitException.class, () -> Sample.contract(document)).message();
  }
}
