package dev.godwit.manifest.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.document.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {
  private static final String TEXT = "{a: 1, b: [x, 2024-01-01], c: {d: null}}";

  @Test
  void placesMeanNothing() {
    assertThat(isSame("# c\na: 1\nb:\n- x\n- 2024-01-01\nc:\n  d:\n")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a: 1.0, b: [x, 2024-01-01], c: {d: null}}",
        "{a: '1', b: [x, 2024-01-01], c: {d: null}}",
        "{b: [x, 2024-01-01], a: 1, c: {d: null}}",
        "{a: 1, b: [x, '2024-01-01'], c: {d: null}}",
        "{a: 1, b: [2024-01-01, x], c: {d: null}}",
        "{a: 1, b: [x, 2024-01-01, x], c: {d: null}}",
        "{a: 1, b: [x, 2024-01-01], c: {d: ''}}",
        "{a: 1, b: [x, 2024-01-01], c: [d]}",
        "{a: 1, b: [x, 2024-01-01]}",
        "[a]",
        "a"
      })
  void valuesTypesAndOrderDo(String other) {
    assertThat(isSame(other)).isFalse();
  }

  private static boolean isSame(String other) {
    return Meaning.isSame(YamlReader.read("one", TEXT), YamlReader.read("other", other));
  }
}
