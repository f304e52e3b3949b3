package dev.godwit.mapping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.ContractRun;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":{"required":true}}                    | {"id":1}                    |
          {"id":{"required":true}}                    | {"id":null}                 |
          {"id":{"required":true}}                    | {"x":1}                     | contract.required
          {"id":{"required":true}}                    | {}                          | contract.required
          {"id":{"nullable":false}}                   | {"id":0}                    |
          {"id":{"nullable":false}}                   | {"id":null}                 | contract.nullable
          {"id":{"nullable":false}}                   | {"x":1}                     | contract.nullable
          {"id":{"type":"integer"}}                   | {"id":12}                   |
          {"id":{"type":"integer"}}                   | {"id":-7.0}                 |
          {"id":{"type":"integer"}}                   | {"id":1e3}                  |
          {"id":{"type":"integer"}}                   | {"id":12345678901234567890} |
          {"id":{"type":"integer"}}                   | {"id":null}                 |
          {"id":{"type":"integer"}}                   | {}                          |
          {"id":{"type":"integer"}}                   | {"id":1.5}                  | contract.type
          {"id":{"type":"integer"}}                   | {"id":"12"}                 | contract.type
          {"id":{"type":"number"}}                    | {"id":1.5}                  |
          {"id":{"type":"number"}}                    | {"id":true}                 | contract.type
          {"id":{"type":"boolean"}}                   | {"id":false}                |
          {"id":{"type":"boolean"}}                   | {"id":"false"}              | contract.type
          {"id":{"type":"object"}}                    | {"id":{}}                   |
          {"id":{"type":"object"}}                    | {"id":[]}                   | contract.type
          {"id":{"type":"array"}}                     | {"id":[]}                   |
          {"id":{"type":"string"}}                    | {"id":""}                   |
          {"id":{"type":"string"}}                    | {"id":5}                    | contract.type
          {"id":{"type":"date"}}                      | {"id":"2024-02-29"}         |
          {"id":{"type":"date"}}                      | {"id":"2023-02-29"}         | contract.type
          {"id":{"type":"date"}}                      | {"id":"2024-02-29T00:00Z"}  | contract.type
          {"id":{"type":"timestamp"}}                 | {"id":"2024-02-29T00:00Z"}  |
          {"id":{"type":"timestamp"}}                 | {"id":"2024-02-29"}         | contract.type
          {"id":{"type":"timestamp"}}                 | {"id":1718000000}           | contract.type
          {"m":{"matches":"@"}}                       | {"m":"a@b"}                 |
          {"m":{"matches":"^é"}}                      | {"m":"\\u00e9t"}            |
          {"m":{"matches":"@"}}                       | {"m":"ab"}                  | contract.matches
          {"m":{"matches":"1"}}                       | {"m":1}                     | contract.matches
          {"m":{"matches":"@"}}                       | {"m":null}                  |
          {"m":{"max_length":2}}                      | {"m":"日本"}                |
          {"m":{"max_length":2}}                      | {"m":"\\ud83d\\ude00!"}     |
          {"m":{"max_length":2}}                      | {"m":"abc"}                 | contract.max-length
          {"m":{"min_length":2}}                      | {"m":"ab"}                  |
          {"m":{"min_length":2}}                      | {"m":"é"}                   | contract.min-length
          {"t":{"min":0}}                             | {"t":0}                     |
          {"t":{"min":0}}                             | {"t":-0.0}                  |
          {"t":{"min":0}}                             | {"t":-1}                    | contract.min
          {"t":{"min":0}}                             | {"t":"5"}                   | contract.min
          {"t":{"min":10}}                            | {"t":9}                     | contract.min
          {"t":{"max":0.3}}                           | {"t":0.30}                  |
          {"t":{"max":0.3}}                           | {"t":0.30000000000000004}   | contract.max
          {"t":{"max":100}}                           | {"t":1e2}                   |
          {"t":{"max":100}}                           | {"t":1e300}                 | contract.max
          {"t":{"max":9223372036854775807}}           | {"t":9223372036854775808}   | contract.max
          {"s":{"values":["a","b"]}}                  | {"s":"b"}                   |
          {"s":{"values":["a","b"]}}                  | {"s":"\\u0062"}             |
          {"s":{"values":["a","b"]}}                  | {"s":"B"}                   | contract.values
          {"s":{"values":[1,2.5,true]}}               | {"s":1.0}                   |
          {"s":{"values":[1,2.5,true]}}               | {"s":2.50}                  |
          {"s":{"values":[1,2.5,true]}}               | {"s":true}                  |
          {"s":{"values":[1,2.5,true]}}               | {"s":false}                 | contract.values
          {"s":{"values":[1,2.5,true]}}               | {"s":"1"}                   | contract.values
          {"s":{"values":["a",null]}}                 | {"s":null}                  |
          {"a.b":{"required":true}}                   | {"a":{"b":null}}            |
          {"a.b":{"required":true}}                   | {"a":{"c":1}}               | contract.required
          {"a.b":{"required":true}}                   | {"a":null}                  | contract.required
          {"a.b":{"required":true}}                   | {"a":"text"}                | contract.required
          {"a.b":{"required":true}}                   | {"b":1}                     | contract.required
          {"a.b":{"type":"integer"}}                  | {"a":{"b":"x"}}             | contract.type
          {"\\"a.b\\"":{"type":"integer"}}            | {"a.b":"x"}                 | contract.type
          {"\\"a.b\\"":{"type":"integer"}}            | {"a":{"b":"x"}}             |
          {"i[].n":{"nullable":false}}                | {"i":[{"n":1},{"n":2}]}     |
          {"i[].n":{"nullable":false}}                | {"i":[{"n":1},{"n":null}]}  | contract.nullable
          {"i[].n":{"nullable":false}}                | {"i":[{"n":1},{}]}          | contract.nullable
          {"i[].n":{"nullable":false}}                | {"i":[]}                    |
          {"i[].n":{"nullable":false}}                | {"i":null}                  |
          {"i[].n":{"nullable":false}}                | {"i":{"n":1}}               | contract.nullable
          {"i[]":{"type":"integer"}}                  | {"i":[1,"x"]}               | contract.type
          {"id":{"type":"integer"}}                   | {"id":1,"id":"x"}           | contract.type
          {"id":{"type":"integer"}}                   | {"\\u0069d":"x"}            | contract.type
          {"b":{"type":"string"},"a":{"min":1}}       | {"a":0,"b":"x"}             | contract.min
          """)
  void checksLookAtTheBytesOfARow(String fields, String row, String code) {
    ContractRun run = Sample.run("{\"on_violation\":\"quarantine\",\"fields\":" + fields + "}");
    Mapped mapped = Sample.check(run, row);
    if (code == null) {
      assertThat(mapped.rejected()).isEmpty();
      assertThat(mapped.written()).isEqualTo(1);
    } else {
      assertThat(mapped.rows()).isNull();
      assertThat(mapped.rejected()).extracting(RejectedRow::reason).containsExactly(code);
    }
  }

  @Test
  void onlyRowsThatBreakACheckGoToQuarantineWhole() {
    ContractRun run =
        Sample.run(
            """
            {"on_violation": "quarantine", "fields": {"mail": {"matches": "@"}}}\
            """);
    Mapped mapped =
        Sample.check(run, "{\"mail\":\"a@b\"}", "{\"mail\":\"secret\"}", "{\"mail\":\"c@d\"}");

    assertThat(((JsonRows) mapped.rows()).text(1)).isEqualTo("{\"mail\":\"c@d\"}");
    RejectedRow rejected = mapped.rejected().getFirst();
    assertThat(new String(rejected.row(), StandardCharsets.UTF_8))
        .isEqualTo("{\"mail\":\"secret\"}");
    assertThat(rejected.field()).isEqualTo("mail");
    assertThat(rejected.message()).isEqualTo("mail does not match '@'");
    assertThat(rejected.emittedAt()).isEqualTo(7);
  }

  @Test
  void aFailureNamesFieldsRulesAndCountsButNoValue() {
    ContractRun run =
        Sample.run(
            """
            {"fields": {"mail": {"matches": "@"}, "id": {"required": true}}}\
            """);
    GodwitException error =
        failure(run, "{\"mail\":\"secret\"}", "{\"mail\":\"hidden\",\"id\":1}", "{\"id\":1}");

    assertThat(error.kind()).isEqualTo(ErrorKind.CONTRACT);
    assertThat(error.code()).isEqualTo("contract.matches");
    assertThat(error.message())
        .isEqualTo(
            "Rows break the contract: mail does not match '@' in 2 of 3 rows; id is missing in 1 of"
                + " 3 rows.");
    assertThat(error.describe()).doesNotContain("secret", "hidden");
  }

  @Test
  void aPatternThatWouldTakeAgesDoesNotMatch() {
    ContractRun run =
        Sample.run(
            """
            {"on_violation": "warn", "fields": {"a": {"matches": "^(a+)+$"}}}\
            """);
    Sample.check(run, "{\"a\":\"" + "a".repeat(60) + "!\"}");
    assertThat(run.complete()).hasSize(1);
  }

  @Test
  void eachCheckOfAFieldMaySayWhatHappens() {
    ContractRun run =
        Sample.run(
            """
            {"fields": {"mail": [
              {"type": "string"},
              {"matches": "@", "on_violation": "quarantine"},
              {"max_length": 5, "on_violation": "warn"}]}}\
            """);
    Mapped mapped = Sample.check(run, "{\"mail\":\"x\"}", "{\"mail\":\"long@mail\"}");

    assertThat(mapped.rejected()).hasSize(1);
    assertThat(run.complete()).containsExactly("mail is longer than 5 characters in 1 of 2 rows");
    assertThat(failure(run, "{\"mail\":5}").code()).isEqualTo("contract.type");
  }

  @Test
  void warningsCountRowsOverAllBatches() {
    ContractRun run = Sample.run("{\"on_violation\":\"warn\",\"fields\":{\"n\":{\"max\":1}}}");
    Sample.check(run, "{\"n\":2}", "{\"n\":1}");
    Sample.check(run, "{\"n\":3}", "{\"n\":4}");
    assertThat(run.complete()).containsExactly("n is not a number up to 1 in 3 of 4 rows");
  }

  @Test
  void keysAreThoseOfTheStream() {
    ContractRun run = Sample.run("{\"keys\":true}");
    assertThat(Sample.check(run, "{\"id\":0}").written()).isEqualTo(1);
    assertThat(failure(run, "{\"id\":null}").code()).isEqualTo("contract.keys");
    assertThat(failure(run, "{}").code()).isEqualTo("contract.keys");
  }

  private static GodwitException failure(ContractRun run, String... rows) {
    return catchThrowableOfType(GodwitException.class, () -> Sample.check(run, rows));
  }
}
