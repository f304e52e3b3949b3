package dev.godwit.manifest.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCheckTest {
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["key", "auth"], "additionalProperties": true,
       "properties": {
         "key": {"type": "string", "pattern": "^[a-z]+$", "minLength": 2},
         "size": {"type": "integer", "minimum": 1, "maximum": 10},
         "since": {"type": "string", "format": "date"},
         "kind": {"enum": ["a", "b"]},
         "names": {"type": "array", "minItems": 1, "items": {"type": "string"}},
         "auth": {"oneOf": [
           {"type": "object", "required": ["token"], "properties": {"type": {"const": "token"}, "token": {"type": "string"}}},
           {"type": "object", "required": ["user"], "properties": {"type": {"const": "user"}}}]}}}
      """;

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(String json) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(JsonParser.STRICT.parse(json));
  }

  /// A configuration that fits, with more fields.
  private static Map<String, @Nullable Object> config(String more) {
    return map("{\"key\":\"abc\",\"auth\":{\"token\":\"t\"}" + more + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        ",\"size\":5",
        ",\"size\":5.0",
        ",\"unknown\":1",
        ",\"_limit\":true,\"_page_size\":\"x\"",
        ",\"kind\":\"a\"",
      })
  void aConfigurationThatFitsIsAccepted(String more) {
    assertThatCode(() -> ConfigCheck.requireValid(config(more), map(SCHEMA)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",\"size\":\"5\"           | size must be of type integer",
        ",\"size\":0               | size must be at least 1",
        ",\"size\":11              | size must be at most 10",
        ",\"size\":1.5             | size must be of type integer",
        ",\"kind\":\"c\"           | kind must be one of a, b",
        ",\"names\":[]             | names must have at least 1 elements",
        ",\"names\":[\"x\",5]      | names.1 must be of type string",
        ",\"key\":\"ABC\"          | key must match the pattern ^[a-z]+$",
        ",\"auth\":{}              | auth fits none of the allowed forms",
      })
  void aProblemIsToldWithItsPath(String more, String problem) {
    assertThatThrownBy(() -> ConfigCheck.requireValid(config(more), map(SCHEMA)))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(error.code()).isEqualTo("config.invalid");
              assertThat(error.message().lines()).contains("  " + problem).hasSize(2);
            });
  }

  @Test
  void refusesASpecThatIsNoSchema() {
    Map<String, @Nullable Object> spec =
        Map.of("properties", Map.of("token", Map.of("type", "text")));

    assertThatThrownBy(() -> ConfigCheck.requireValid(Map.of("token", "t"), spec))
        .asInstanceOf(InstanceOfAssertFactories.type(GodwitException.class))
        .satisfies(refusal -> {
          assertThat(refusal.code()).isEqualTo("config.bad-spec");
          assertThat(refusal.message()).contains("/properties/token/type");
        });
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThatThrownBy(() -> ConfigCheck.requireValid(map("{\"size\":0,\"kind\":5}"), map(SCHEMA)))
        .hasMessageContaining("key is missing")
        .hasMessageContaining("auth is missing")
        .hasMessageContaining("size must be at least 1")
        .hasMessageContaining("kind must be one of");
  }

  @Test
  void valuesAreNeverTold() {
    assertThatThrownBy(() ->
            ConfigCheck.requireValid(
                config(",\"key\":\"SECRET1\",\"kind\":\"SECRET2\""), map(SCHEMA)))
        .satisfies(error -> assertThat(error.getMessage()).doesNotContain("SECRET"));
  }

  @Test
  void anEmptySchemaAcceptsAnything() {
    assertThatCode(() -> ConfigCheck.requireValid(config(""), Map.of())).doesNotThrowAnyException();
  }
}
