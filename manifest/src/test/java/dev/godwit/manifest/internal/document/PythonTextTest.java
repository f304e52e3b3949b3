package dev.godwit.manifest.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTextTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1.0", "0.1, 0.1", "-2.5, -2.5", "1e15, 1000000000000000.0", "1e16, 1e+16",
        "1.25e22, 1.25e+22",
    "0.0001, 0.0001", "0.00001, 1e-05", "1e-7, 1e-07", "1e100, 1e+100", "-0.0, -0.0", "0, 0.0",
    "123456789.5, 123456789.5", "Infinity, inf", "-Infinity, -inf", "NaN, nan"
  })
  void floatsPrintAsInPython(double number, String text) {
    assertThat(PythonText.of((Object) number)).isEqualTo(text);
  }

  @Test
  void constantsPrintAsInPython() {
    assertThat(PythonText.of((Object) null)).isEqualTo("None");
    assertThat(PythonText.of(true)).isEqualTo("True");
    assertThat(PythonText.of(false)).isEqualTo("False");
    assertThat(PythonText.of(17L)).isEqualTo("17");
    assertThat(PythonText.of("x")).isEqualTo("x");
  }

  @Test
  void datesPrintAsInPython() {
    assertThat(PythonText.of(LocalDate.of(2024, 1, 2))).isEqualTo("2024-01-02");
    assertThat(PythonText.of(LocalDateTime.of(2024, 1, 2, 3, 4))).isEqualTo("2024-01-02 03:04:00");
    assertThat(PythonText.of(OffsetDateTime.parse("2024-01-02T03:04:05.25Z")))
        .isEqualTo("2024-01-02 03:04:05.250000+00:00");
  }
}
