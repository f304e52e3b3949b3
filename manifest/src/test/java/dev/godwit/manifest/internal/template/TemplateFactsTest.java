package dev.godwit.manifest.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateFactsTest {
  @Test
  void namesTheVariablesItNeedsFromOutside() {
    String source =
        "{% set a = config.x %}{{ a }}{% for r in response.rows %}{{ r + b }}{% endfor %}"
            + "{{ now_utc() }}{{ max(1, record) }}";
    assertThat(Template.compile(source).roots())
        .containsExactlyInAnyOrder("config", "response", "b", "record");
  }

  @Test
  void tellsWhichKeysOfAVariableItReads() {
    Template template =
        Template.compile(
            "{{ response.next }}{{ response['page']['id'] }}{{ response.get('a', response.b) }}"
                + "{{ record }}");
    assertThat(template.reads("response"))
        .isEqualTo(new Reads.Keys(Set.of("next", "page", "a", "b")));
    assertThat(template.reads("record")).isEqualTo(new Reads.Everything());
    assertThat(template.reads("headers")).isEqualTo(new Reads.Keys(Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ response }}",
        "{{ response | length }}",
        "{{ response[config.key] }}",
        "{{ response.items() }}",
        "{{ response.get(config.key) }}",
        "{% for x in response %}{% endfor %}",
        "{% set r = response %}{{ r.a }}",
        "{{ response.a if response else 1 }}"
      })
  void assumesTheWorstWhereAVariableGoesElsewhere(String source) {
    assertThat(Template.compile(source).reads("response")).isEqualTo(new Reads.Everything());
  }

  @Test
  void tellsWhetherItIsConstant() {
    assertThat(Template.compile("plain").isConstant()).isTrue();
    assertThat(Template.compile("{{ 1 + 1 }}").isConstant()).isTrue();
    assertThat(Template.compile("{{ duration('P1D') }}").isConstant()).isTrue();
    assertThat(Template.compile("{{ config.a }}").isConstant()).isFalse();
    assertThat(Template.compile("{{ now_utc() }}").isConstant()).isFalse();
    assertThat(Template.compile("{{ [1, 2] | random }}").isConstant()).isFalse();
  }

  @Test
  void compilesEachSourceOnce() {
    String source = "{{ config.once }}";
    assertThat(Template.compile(source)).isSameAs(Template.compile(source));
  }

  @Test
  void evaluatesToItselfOnlyWhenPlainAndNoLiteral() {
    assertThat(Template.compile("/users").isItself()).isTrue();
    assertThat(Template.compile("5").isItself()).isFalse();
    assertThat(Template.compile("a\n").isItself()).isFalse();
    assertThat(Template.compile("{{ 1 }}").isItself()).isFalse();
  }

  @Test
  void seesASliceUnderItsThreeNames() {
    Scope scope = Scopes.empty().with("stream_slice", Map.of("id", 7L));
    String source = "{{ stream_slice.id }}{{ stream_partition.id }}{{ stream_interval.id }}";
    assertThat(Template.compile(source).eval(scope)).isEqualTo(777L);
  }

  @Test
  void givesUuidsFromTheEnvironmentsRandomness() {
    String uuid = Scopes.repr("{{ generate_uuid() }}", Map.of());
    assertThat(uuid)
        .matches("'[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'");
  }
}
