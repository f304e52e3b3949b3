package dev.godwit.manifest.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Source;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An API that repeats what it was sent does not bring secrets into the open.
class SecretsOfSourcesTest {
  private static final String SPEC =
      """
      spec:
        type: Spec
        connection_specification:
          type: object
          properties: {word: {type: string, airbyte_secret: true}}
      """;

  private static Answered repeating(Api.Asked asked) {
    String sent = asked.target() + " " + asked.header("Authorization");
    return Answered.status(400).body("{\"message\": \"You sent " + sent + "\"}");
  }

  private static Reading reading(Api api) {
    return new Reading(api)
        .source(SPEC)
        .config("word", "se cret")
        .requester(
            """
            request_parameters: {key: "{{ config['word'] }}"}
            authenticator: {type: BearerAuthenticator, api_token: "made-{{ 1 + 1 }}-up"}
            """);
  }

  @Test
  void errorsOfReadingAreMasked() {
    try (Api api = Api.answering(SecretsOfSourcesTest::repeating)) {
      assertThatThrownBy(() -> reading(api).read())
          .isInstanceOfSatisfying(
              GodwitException.class,
              error ->
                  assertThat(error.describe())
                      .contains("You sent /items?key=**** Bearer ****")
                      .doesNotContain("cret", "made"));
    }
  }

  @Test
  void problemsThatACheckFindsAreMasked() {
    try (Api api = Api.answering(SecretsOfSourcesTest::repeating);
        Source source = reading(api).open()) {
      assertThat(source.check().problem()).contains("You sent").doesNotContain("cret", "made");
    }
  }

  @Test
  void logLinesAreMasked() {
    Answered failure = Answered.status(500).body("{\"message\": \"se cret\"}");
    try (Api api = Api.answering(Api.inTurn(failure, Answered.json("[]")))) {
      Reading reading =
          reading(api)
              .requester(
                  """
                  path: "{{ config['word'] }}"
                  url_base: "{{ config['api'] }}"
                  """)
              .read();
      assertThat(reading.log()).isNotEmpty().noneMatch(line -> line.contains("cret"));
      assertThat(reading.log()).anyMatch(line -> line.contains("/****"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'properties': {'a': {'airbyte_secret': true}}} | {'a': 'x', 'b': 'y'} | x",
        "{'properties': {'a': {'airbyte_secret': true}}} | {'a': 12} | 12",
        "{'properties': {'a': {'airbyte_secret': true}}} | {'a': {'b': ['x', 'y']}} | x;y",
        "{'properties': {'a': {'airbyte_secret': false}}} | {'a': 'x'} | ''",
        "{'properties': {'a': {'airbyte_secret': true}}} | {'b': 'x'} | ''",
        "{'oneOf': [{}, {'properties': {'a': {'airbyte_secret': true}}}]} | {'a': 'x'} | x",
        "{'properties': {'a': {'anyOf': [{'airbyte_secret': true}]}}} | {'a': 'x'} | x",
        "{'properties': {'a': {'items': {'airbyte_secret': true}}}} | {'a': ['x', 'y']} | x;y",
        "{'properties': {'a': {'properties': {'b': {'airbyte_secret': true}}}}} | {'a': {'b': 'x'}}"
            + " | x",
      })
  void theSchemaSaysWhatIsSecret(String schema, String config, String secrets) {
    List<String> expected = secrets.isEmpty() ? List.of() : List.of(secrets.split(";", -1));
    assertThat(SecretValues.of(object(schema), object(config))).isEqualTo(expected);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(String text) {
    byte[] json = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return (Map<String, @Nullable Object>) (Map<?, ?>) JsonParser.STRICT.parse(json);
  }
}
