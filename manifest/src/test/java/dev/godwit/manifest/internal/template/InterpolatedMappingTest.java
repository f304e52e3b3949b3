package dev.godwit.manifest.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.python.Literal;
import dev.godwit.manifest.internal.python.Repr;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InterpolatedMappingTest {
  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(String literal) {
    return (Map<String, Object>) Objects.requireNonNull(Literal.parse(literal));
  }

  private static String flat(String mapping, String config, Set<ValueType> valid) {
    Scope scope = Scopes.of(Literal.parse(config));
    return Repr.repr(InterpolatedMapping.of(map(mapping), Map.of("p", "q")).eval(scope, valid));
  }

  private static String nested(String value, String config) {
    Scope scope = Scopes.of(Literal.parse(config));
    return Repr.repr(
        InterpolatedNestedMapping.of(Literal.parse(value), Map.of("p", "q")).eval(scope));
  }

  @Test
  void interpolatesKeysAsTextsAndValuesAsAnything() {
    assertThat(
            flat("{'{{ config.k }}': '{{ config.v }}', '5': 5}", "{'k': '7', 'v': '8'}", Set.of()))
        .isEqualTo("{'7': 8, '5': 5}");
  }

  @Test
  void givesNoneForMissingValuesHoweverDeep() {
    assertThat(flat("{'a': '{{ config.x }}', 'b': '{{ config.x.y }}'}", "{}", Set.of()))
        .isEqualTo("{'a': None, 'b': None}");
  }

  @Test
  void keepsValuesOfOtherTypesAsTexts() {
    Set<ValueType> valid = Set.of(ValueType.STRING, ValueType.LIST);
    assertThat(flat("{'a': '{{ 5 }}', 'b': '{{ [5] }}', 'c': \"{{ {'x': 1} }}\"}", "{}", valid))
        .isEqualTo("{'a': '5', 'b': [5], 'c': \"{'x': 1}\"}");
  }

  @Test
  void seesParameters() {
    assertThat(flat("{'a': '{{ parameters.p }}'}", "{}", Set.of())).isEqualTo("{'a': 'q'}");
    assertThat(nested("{'a': ['{{ parameters.p }}']}", "{}")).isEqualTo("{'a': ['q']}");
  }

  @Test
  void dropsNullsFromNestedObjectsButNotFromLists() {
    assertThat(nested("{'a': '{{ config.x }}', 'b': ['{{ config.x }}', 1], 'c': None}", "{}"))
        .isEqualTo("{'b': [None, 1]}");
  }

  @Test
  void readsNestedKeysAsLiterals() {
    assertThat(nested("{'5': {'{{ config.k }}': True}}", "{'k': 'x'}"))
        .isEqualTo("{5: {'x': True}}");
  }

  @Test
  void interpolatesANestedValueThatIsASingleText() {
    assertThat(nested("'{{ config.k }}'", "{'k': [1]}")).isEqualTo("[1]");
  }
}
