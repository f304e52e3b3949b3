package dev.godwit.manifest.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Literal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class InterpolatedStringTest {
  private static @Nullable Object eval(String source, String config) {
    return InterpolatedString.of(source, Map.of()).eval(Scopes.of(Literal.parse(config)));
  }

  @Test
  void keepsAPlainTextAndTheTypeOfALiteral() {
    assertThat(eval("plain", "{}")).isEqualTo("plain");
    assertThat(eval("5", "{}")).isEqualTo(5L);
    assertThat(eval("{{ config.a }}", "{'a': '12e3'}")).isEqualTo(12000.0);
  }

  @Test
  void givesAnEmptyTextForAMissingLeaf() {
    assertThat(eval("{{ config['a'] }}", "{}")).isEqualTo("");
  }

  @Test
  void failsForAMissingBranch() {
    assertThatExceptionOfType(GodwitException.class)
        .isThrownBy(() -> eval("{{ config['a']['b'] }}", "{}"))
        .satisfies(e -> assertThat(e.code()).isEqualTo("template.undefined"));
  }

  @Test
  void evaluatesTheDefaultWhereTheSourceGivesNothing() {
    Scope scope = Scopes.of(Map.of("d", "7"));
    assertThat(InterpolatedString.of("{{ config.a }}", "{{ config.d }}", Map.of()).eval(scope))
        .isEqualTo(7L);
    assertThat(InterpolatedString.of("{{ config.a.b }}", "x", Map.of()).eval(scope)).isEqualTo("x");
    assertThat(InterpolatedString.of("{{ config.a }}", "", Map.of()).eval(scope)).isEqualTo("");
  }

  @Test
  void staysPlainOnceItsFirstResultWasItsOwnSource() {
    InterpolatedString string = InterpolatedString.of("{{ record['x'] + 1 }}", Map.of());
    Scope bad = Scopes.empty().with("record", Literal.parse("{'x': None}"));
    Scope good = Scopes.empty().with("record", Map.of("x", 1L));
    assertThat(string.eval(bad)).isEqualTo("{{ record['x'] + 1 }}");
    assertThat(string.eval(good)).isEqualTo("{{ record['x'] + 1 }}");
  }

  @Test
  void staysATemplateOnceItsFirstResultDiffered() {
    InterpolatedString string = InterpolatedString.of("{{ record['x'] + 1 }}", Map.of());
    Scope bad = Scopes.empty().with("record", Literal.parse("{'x': None}"));
    Scope good = Scopes.empty().with("record", Map.of("x", 1L));
    assertThat(string.eval(good)).isEqualTo(2L);
    assertThat(string.eval(bad)).isEqualTo("{{ record['x'] + 1 }}");
    assertThat(string.eval(good)).isEqualTo(2L);
  }

  @Test
  void leavesLiteralsOfOtherTypesAsText() {
    Set<ValueType> text = ValueType.TEXT;
    Scope scope = Scopes.of(Literal.parse("{'n': 5, 's': '5', 'q': \"'a'\", 'l': [1.50]}"));
    assertThat(InterpolatedString.of("{{ config.n }}", Map.of()).eval(scope, text)).isEqualTo("5");
    assertThat(InterpolatedString.of("{{ config.s }}", Map.of()).eval(scope, text)).isEqualTo("5");
    assertThat(InterpolatedString.of("{{ config.q }}", Map.of()).eval(scope, text)).isEqualTo("a");
    assertThat(InterpolatedString.of("{{ config.l }}", Map.of()).eval(scope, text))
        .isEqualTo("[1.5]");
    assertThat(InterpolatedString.of("{{ true }}", Map.of()).eval(scope, Set.of(ValueType.INTEGER)))
        .isEqualTo(true);
  }

  @Test
  void seesTheParametersOfItsComponent() {
    InterpolatedString string =
        InterpolatedString.of("/{{ parameters.path }}", Map.of("path", "users"));
    assertThat(string.eval(Scopes.empty())).isEqualTo("/users");
  }
}
