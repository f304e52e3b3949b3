package dev.godwit.manifest.internal.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PythonJsonTest {
  private static @Nullable Object value() {
    return Literal.parse(
        "{'b': [1, 2.0, None, True], 'a': 'é😀\"\\\\\\n\\x7f', 5: (1e22,), 'c': {}}");
  }

  @Test
  void writesWithPythonsSpacesAndEscapes() {
    assertThat(PythonJson.DEFAULT.dumps(value()))
        .isEqualTo(
            "{\"b\": [1, 2.0, null, true], \"a\": \"\\u00e9\\ud83d\\ude00\\\"\\\\\\n\\u007f\","
                + " \"5\": [1e+22], \"c\": {}}");
  }

  @Test
  void writesCompactlyAndWithoutEscapingWhenAsked() {
    assertThat(PythonJson.COMPACT.unicode().dumps(value()))
        .isEqualTo(
            "{\"b\":[1,2.0,null,true],\"a\":\"é😀\\\"\\\\\\n\u007f\",\"5\":[1e+22],\"c\":{}}");
  }

  @Test
  void sortsKeysAndIndentsWhenAsked() {
    Object value = Literal.parse("{'b': [1], 'a': {}}");
    assertThat(PythonJson.DEFAULT.sorted().indented("  ").dumps(value))
        .isEqualTo("{\n  \"a\": {},\n  \"b\": [\n    1\n  ]\n}");
  }

  @Test
  void refusesWhatJsonDoesNotHave() {
    assertThatExceptionOfType(PythonException.class)
        .isThrownBy(() -> PythonJson.DEFAULT.dumps(LocalDate.of(2024, 1, 1)))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(PythonException.Kind.TYPE));
  }

  @Test
  void readsNumbersOfEverySize() {
    Object value = PythonJsonReader.loads("[1, -0.5, 1E2, 12345678901234567890, NaN, -Infinity]");
    assertThat(Repr.repr(value)).isEqualTo("[1, -0.5, 100.0, 12345678901234567890, nan, -inf]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,]", "{\"a\" 1}", "01", "1.", "'a'", "\"\\x\"", "1 2", "nul"})
  void refusesWhatIsNoJson(String text) {
    assertThatExceptionOfType(PythonException.class).isThrownBy(() -> PythonJsonReader.loads(text));
  }
}
