package dev.godwit.manifest.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateErrorsTest {
  private static GodwitException failure(String template, Map<String, ?> config) {
    return assertThatExceptionOfType(GodwitException.class)
        .isThrownBy(() -> Template.compile(template).eval(Scopes.of(config)))
        .actual();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ ",
        "{{ 1 +",
        "{{ a b }}",
        "{{ (1, }}",
        "{{ [1 }}",
        "{{ 'open }}",
        "{{ }}",
        "{% if x %}",
        "{% for x %}{% endfor %}",
        "{% unknown %}",
        "{% endif %}",
        "{# open",
        "{% raw %}",
        "{{ 1 | nosuchfilter }}",
        "{{ 1 is nosuchtest }}",
        "{{ f(a=1, 2) }}",
        "{{ a ! b }}",
        "{% set true = 1 %}",
        "{{ '\\x4' }}"
      })
  void refusesWhatDoesNotParse(String template) {
    GodwitException error =
        assertThatExceptionOfType(GodwitException.class)
            .isThrownBy(() -> Template.compile(template))
            .actual();
    assertThat(error.code()).isEqualTo("template.syntax");
    assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(error.hint()).isNotEmpty();
  }

  @Test
  void namesTheLineOfASyntaxError() {
    assertThatExceptionOfType(GodwitException.class)
        .isThrownBy(() -> Template.compile("a\nb\n{{ 1 + }}"))
        .satisfies(e -> assertThat(e.place().line()).isEqualTo(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ nope }}",
        "{{ nope is defined }}",
        "{{ nope | default(1) }}",
        "{{ 1 if false else nope }}",
        "{% if false %}{{ nope }}{% endif %}",
        "{% if false %}{% set nope = 1 %}{% endif %}{{ nope }}",
        "{% for x in [] %}{{ nope }}{% endfor %}"
      })
  void refusesVariablesThatAreNotThereEvenWhereTheyWouldNotBeRead(String template) {
    GodwitException error = failure(template, Map.of());
    assertThat(error.code()).isEqualTo("template.undeclared");
    assertThat(error.message()).contains("[nope]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ stream_state }}", "plain stream_state", "{{ 'my_stream_state' }}"})
  void refusesStreamStateWhereverItStands(String template) {
    GodwitException error = failure(template, Map.of());
    assertThat(error.code()).isEqualTo("template.stream-state");
    assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
  }

  @Test
  void saysWhatPythonWouldRaiseButNotTheValues() {
    GodwitException error =
        failure("{{ str_to_datetime(config.secret) }}", Map.of("secret", "hunter2"));
    assertThat(error.code()).isEqualTo("template.value");
    assertThat(error.describe()).contains("ValueError").doesNotContain("hunter2");
  }

  @Test
  void failsForAnUnknownFilterInABranchOnlyWhenTheBranchRuns() {
    String template = "{{ 1 | nosuchfilter if config.on else 2 }}";
    assertThat(Template.compile(template).eval(Scopes.of(Map.of("on", false)))).isEqualTo(2L);
    assertThat(failure(template, Map.of("on", true)).code()).isEqualTo("template.runtime");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ 1 // 0 }}", "{{ 1 % 0 }}", "{{ 1.0 / 0 }}"})
  void failsWhenDividingByZero(String template) {
    assertThat(failure(template, Map.of()).code()).isEqualTo("template.zero-division");
  }
}
