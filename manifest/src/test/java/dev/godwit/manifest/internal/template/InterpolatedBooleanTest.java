package dev.godwit.manifest.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.python.Literal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InterpolatedBooleanTest {
  private static boolean eval(String condition, String config) {
    return InterpolatedBoolean.of(condition, Map.of()).eval(Scopes.of(Literal.parse(config)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "False", "false", "{}", "[]", "()", "0", "0.0", "00", "set()", "None", "-0.0"})
  void isFalseForEmptyAndFalseTexts(String condition) {
    assertThat(eval(condition, "{}")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"True", "true", "no", "FALSE", "1", " ", "null", "[0]", "''' '''"})
  void isTrueForEverythingElse(String condition) {
    assertThat(eval(condition, "{}")).isTrue();
  }

  @Test
  void isFalseForMissingAndNullValues() {
    assertThat(eval("{{ config.a }}", "{}")).isFalse();
    assertThat(eval("{{ config.a.b }}", "{}")).isFalse();
    assertThat(eval("{{ config.a }}", "{'a': None}")).isFalse();
  }

  @Test
  void isTrueWhereTheTypesDoNotFit() {
    assertThat(eval("{{ config.a > 1 }}", "{'a': None}")).isTrue();
  }

  @Test
  void takesARealBoolean() {
    assertThat(InterpolatedBoolean.of(true).eval(Scopes.empty())).isTrue();
    assertThat(InterpolatedBoolean.of(false).eval(Scopes.empty())).isFalse();
  }
}
