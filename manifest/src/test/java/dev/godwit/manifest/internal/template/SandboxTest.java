package dev.godwit.manifest.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Attributes;
import dev.godwit.manifest.internal.python.Missing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates come from strangers: they must not reach Java, nor Python's innards, nor use up the
/// machine.
final class SandboxTest {
  private static Map<String, @Nullable Object> config() {
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("text", "t");
    config.put("list", new ArrayList<>(List.of(1L)));
    return config;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ config.class }}",
        "{{ config.getClass }}",
        "{{ config.text.class }}",
        "{{ config.text.getBytes }}",
        "{{ config['text']['getClass'] }}",
        "{{ config.text | attr('getClass') }}",
        "{{ config.text | attr('__class__') }}",
        "{{ config.__class__ }}",
        "{{ config.text.__class__ }}",
        "{{ config.list['__class__'] }}",
        "{{ config.list.__init__ }}",
        "{{ config.items.__self__ }}",
        "{{ cycler.__init__ }}",
        "{{ joiner.__globals__ }}",
        "{{ now_utc.__globals__ }}",
        "{{ ''.format_map(config) }}",
        "{{ self._TemplateReference__context }}",
        "{{ now_utc().toOffset }}",
        "{{ duration('P1D').micros }}",
        "{{ ''['__class__'] }}"
      })
  void showsNothingOfClassesAndInnards(String template) {
    assertThat(Template.compile(template).eval(Scopes.of(config()))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ config.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ '{0.__class__.__init__}'.format(config.text) }}",
        "{{ config.__class__() }}",
        "{{ namespace.__init__.__globals__ }}"
      })
  void raisesWhenInnardsAreUsed(String template) {
    assertThatExceptionOfType(GodwitException.class)
        .isThrownBy(() -> Template.compile(template).eval(Scopes.of(config())))
        .satisfies(e -> assertThat(e.code()).isEqualTo("template.security"));
  }

  @Test
  void reachesOnlyTheAttributesThatAnObjectNames() {
    Attributes open =
        new Attributes() {
          @Override
          public @Nullable Object attribute(String name) {
            return name.equals("shown") ? "yes" : Missing.MISSING;
          }

          @Override
          public Map<String, Object> entries() {
            return Map.of("key", "value");
          }

          @Override
          public String toString() {
            return "secret";
          }
        };
    Scope scope = Scopes.empty().with("record", open);
    assertThat(Template.compile("{{ record.shown }}{{ record.key }}").eval(scope))
        .isEqualTo("yesvalue");
    assertThat(Template.compile("{{ record.entries }}").eval(scope)).isNull();
    assertThat(Template.compile("{{ record }}").eval(scope)).isEqualTo(Map.of("key", "value"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ 'a' * 10000000000 }}",
        "{{ [1] * 10000000000 }}",
        "{{ 10 ** 1000000000 }}",
        "{{ 2 ** 1000000000 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '{:999999999}'.format(1) }}",
        "{{ 'a'.ljust(2000000000) }}",
        "{{ ('x' * 1000000).replace('', 'y' * 1000) }}",
        "{% for x in config.list %}{% set _ = config.list.append(x) %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
        "{% for x in [[]] recursive %}{{ loop([[x]]) }}{% endfor %}",
        "{% for i in 'x' * 9999 %}{% for j in 'x' * 9999 %}{% endfor %}{% endfor %}",
        "{{ [1] | batch(1000000000, 'x') | list }}",
        "{{ [1] | slice(1000000000) | list }}",
        "{{ '%*d' % (1000000000, 1) }}",
        "{{ '%.*f' % (1000000000, 1.0) }}",
        "{{ 'a' | center(2000000000) }}",
        "{{ 'a\nb' | indent(2000000000) }}",
        "{% set l = [1] %}{% for i in 'x' * 99 %}{% set _ = l.extend(l) %}{% endfor %}",
        "{% set n = namespace(s='x') %}{% for i in 'x' * 99 %}{% set n.s = n.s + n.s %}{% endfor"
            + " %}",
        "{% set n = namespace(s=1) %}{% for i in 'x' * 64 %}{% set n.s = [n.s, n.s] %}{% endfor %}"
            + "{{ n.s }}",
        "{% set n = namespace(s=1) %}{% for i in 'x' * 64 %}{% set n.s = [n.s, n.s] %}{% endfor %}"
            + "{{ n.s | tojson }}",
        "{% set n = namespace(s=[1]) %}{% for i in 'x' * 99 %}{% set n.s = n.s + n.s %}{% endfor"
            + " %}",
        "{% set s = 'a' * 1000000 %}{% for i in 'x' * 1000 %}{{ s }}{% endfor %}",
        "{{ ('a' * 3000000) | list | length }}",
        "{{ ('a' * 3000000) | sort | length }}",
        "{% set s = '<' * 1000000 %}{% for i in 'x' * 99 %}{{ (s | striptags) | length }}{% endfor"
            + " %}",
        "{{ ('a' * 1000000).find('a' * 500000 + 'b') }}",
        "{{ ('a' * 1000000).count('a' * 500000 + 'b') }}",
        "{% set s = 'a' * 5000000 %}{% for i in 'x' * 9999 %}{% set _ = s.find('b') %}{% endfor %}"
      })
  void stopsTemplatesThatWouldUseUpTheMachine(String template) {
    assertThatExceptionOfType(GodwitException.class)
        .isThrownBy(() -> Template.compile(template).eval(Scopes.of(config())))
        .satisfies(e -> assertThat(e.code()).isIn("template.overflow", "template.value"));
  }

  @Test
  void refusesExpressionsNestedBeyondReason() {
    String template = "{{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}";
    assertThatExceptionOfType(GodwitException.class)
        .isThrownBy(() -> Template.compile(template))
        .satisfies(e -> assertThat(e.code()).isEqualTo("template.syntax"));
  }

  @Test
  void printsListsThatContainThemselves() {
    String template = "{% set l = [] %}{% set _ = l.append(l) %}{{ l ~ '' }}!";
    assertThat(Template.compile(template).eval(Scopes.empty())).isEqualTo("[[...]]!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ range(5) }}", "{{ open('x') }}", "{{ eval('1') }}", "{{ self.x.y }}"})
  void hasNoFunctionsBesidesItsOwn(String template) {
    Template compiled = Template.compile(template);
    if (template.contains("self")) {
      assertThat(compiled.eval(Scopes.empty())).isNull();
    } else {
      assertThatExceptionOfType(GodwitException.class)
          .isThrownBy(() -> compiled.eval(Scopes.empty()))
          .satisfies(e -> assertThat(e.code()).isEqualTo("template.undeclared"));
    }
  }
}
