package dev.godwit.manifest.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.bind.ManifestLoader;
import dev.godwit.manifest.internal.template.TemplateEnvironment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What manifests do with configurations before anything uses them.
class ConfigRulesTest {
  private final List<String> kept = new ArrayList<>();

  /// The configuration to run with, as JSON.
  private String apply(String rules, String config) {
    String manifest =
        """
        version: 6.0.0
        type: DeclarativeSource
        check: {type: CheckStream, stream_names: []}
        streams: []
        spec:
          type: Spec
          connection_specification: {type: object, properties: {a: {type: string}}}
          config_normalization_rules:
            type: ConfigNormalizationRules
        """
            + rules.indent(4);
    ConfigRules compiled =
        new ConfigRules(
            ManifestLoader.load("m.yaml", manifest).value().spec(),
            new TemplateEnvironment(Clock.systemUTC(), new Random(1)));
    return JsonWriter.text(
        compiled.apply(object(config), update -> kept.add(JsonWriter.text(update.after()))));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(String json) {
    return (Map<String, @Nullable Object>) JsonParser.STRICT.parse(json);
  }

  private static String migration(String change) {
    return "config_migrations: [{type: ConfigMigration, transformations: [" + change + "]}]";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: ConfigAddFields, fields: [{path: [b, c], value: \"{{ config['a'] }}\"}]} |"
            + " {\"a\":\"1,2\"} | {\"a\":\"1,2\",\"b\":{\"c\":[1,2]}}",
        "{type: ConfigAddFields, fields: [{path: [b], value: \"{{ 5 }}\", value_type: string},"
            + " {path: [c], value: \"{{ config.b }}!\"}]} | {\"a\":\"x\"} |"
            + " {\"a\":\"x\",\"b\":\"5\",\"c\":\"5!\"}",
        "{type: ConfigAddFields, condition: \"{{ value == 1 and path == ['b'] }}\", fields: [{path:"
            + " [b], value: \"{{ 1 }}\"}, {path: [c], value: \"{{ 1 }}\"}]} | {\"a\":\"x\"} |"
            + " {\"a\":\"x\",\"b\":1}",
        "{type: ConfigRemoveFields, field_pointers: [[a], [b, '*'], [no, c]]} |"
            + " {\"a\":\"x\",\"b\":{\"c\":1},\"d\":2} | {\"b\":{},\"d\":2}",
        "{type: ConfigRemoveFields, condition: \"{{ config.d == 3 }}\", field_pointers: [[a]]} |"
            + " {\"a\":\"x\",\"d\":2} | {\"a\":\"x\",\"d\":2}",
        "{type: ConfigRemapField, map: {x: \"{{ config.d }}\", y: 1}, field_path: [\"{{ 'b' }}\"]}"
            + " | {\"b\":\"x\",\"d\":2} | {\"b\":2,\"d\":2}",
        "{type: ConfigRemapField, map: {x: 1}, field_path: [a]} | {\"a\":\"y\"} | {\"a\":\"y\"}",
        "{type: ConfigRemapField, map: {\"5\": 1}, field_path: [d]} | {\"d\":5} | {\"d\":5}",
        "{type: ConfigRemapField, map: {x: 1}, field_path: [d, e]} | {\"d\":{\"e\":\"x\"}} |"
            + " {\"d\":{\"e\":1}}",
        "{type: ConfigRemapField, map: {x: 1}, field_path: [d, e]} | {\"d\":\"x\"} | {\"d\":\"x\"}",
      })
  void configurationsAreChanged(String change, String given, String changed) {
    assertThat(apply("transformations: [" + change + "]", given)).isEqualTo(changed);
    assertThat(kept).isEmpty();
  }

  @Test
  void migratedConfigurationsAreHandedBackAndTransformedOnesAreNot() {
    String rules =
        migration("{type: ConfigAddFields, fields: [{path: [b], value: x1}]}")
            + "\ntransformations: [{type: ConfigAddFields, fields: [{path: [c], value: x2}]}]";
    assertThat(apply(rules, "{\"a\":\"x\"}")).isEqualTo("{\"a\":\"x\",\"b\":\"x1\",\"c\":\"x2\"}");
    assertThat(kept).containsExactly("{\"a\":\"x\",\"b\":\"x1\"}");
  }

  @Test
  void whatIsUpToDateIsNotHandedBack() {
    apply(
        migration("{type: ConfigAddFields, fields: [{path: [b], value: \"{{ 1.0 }}\"}]}"),
        "{\"b\":1}");
    assertThat(kept).isEmpty();
  }

  @Test
  void aChangeInsideOfAnObjectCountsButIsNotToldAsInTheReference() {
    assertThat(
            apply(
                migration("{type: ConfigAddFields, fields: [{path: [d, e], value: \"{{ 2 }}\"}]}"),
                "{\"d\":{\"e\":1}}"))
        .isEqualTo("{\"d\":{\"e\":2}}");
    assertThat(kept).isEmpty();
  }

  @Test
  void anEmptyConfigurationIsLeftAlone() {
    assertThat(apply(migration("{type: ConfigAddFields, fields: [{path: [b], value: x}]}"), "{}"))
        .isEqualTo("{}");
  }

  @Test
  void theSpecIsCheckedAfterTheChanges() {
    String change = "{type: ConfigAddFields, fields: [{path: [a], value: \"%s\"}]}";
    assertThat(apply(migration(change.formatted("text")), "{\"a\":1}"))
        .isEqualTo("{\"a\":\"text\"}");
    assertThatThrownBy(() -> apply(migration(change.formatted("{{ 2 }}")), "{\"a\":\"x\"}"))
        .hasMessageContaining("a must be of type string");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: DpathValidator, field_path: [d, \"{{ 'e' }}\"], validation_strategy: S} |"
            + " {\"d\":{\"e\":\"s3cret\"}} | d.{{ 'e' }} must be JSON",
        "{type: DpathValidator, field_path: [d], validation_strategy: S} |"
            + " {\"d\":{\"n\":\"s3cret\"}} | d.n must be of type integer",
        "{type: DpathValidator, field_path: [d], validation_strategy: S} | {\"d\":\"{\\\"n\\\":"
            + " \\\"s3cret\\\"}\"} | d.n must be of type integer",
        "{type: DpathValidator, field_path: [d, '*'], validation_strategy: S} |"
            + " {\"d\":{\"x\":{\"n\":1},\"y\":{\"n\":\"s3cret\"}}} | d.*.n must be of type integer",
        "{type: PredicateValidator, value: \"{{ config['d'] }}\", validation_strategy: S} |"
            + " {\"d\":[\"s3cret\"]} | must be of type object",
      })
  void aBrokenRuleIsToldWithoutTheValue(String rule, String config, String told) {
    assertThatThrownBy(() -> apply(validations(rule), config))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(error.code()).isEqualTo("config.invalid");
              assertThat(error.describe()).contains(told).doesNotContain("s3cret");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: DpathValidator, field_path: [d, e], validation_strategy: S} | {\"d\":{}}",
        "{type: DpathValidator, field_path: [d], validation_strategy: S}    | {\"d\":{\"n\":5}}",
        "{type: PredicateValidator, value: {n: 1}, validation_strategy: S}  | {\"d\":1}",
      })
  void aRuleIsKept(String rule, String config) {
    assertThat(apply(validations(rule), config)).isEqualTo(config);
  }

  private static String validations(String rule) {
    return "validations: ["
        + rule.replace(
            "validation_strategy: S",
            "validation_strategy: {type: ValidateAdheresToSchema, base_schema: {type: object,"
                + " properties: {n: {type: integer}}}}")
        + "]";
  }
}
