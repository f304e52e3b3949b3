package dev.godwit.manifest.internal.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IsoDurationTest {
  private static final OffsetDateTime LEAP = OffsetDateTime.parse("2024-02-29T10:00:00+02:00");

  @ParameterizedTest
  @CsvSource({
    "P1D, 2024-03-01T10:00+02:00, 2024-02-28T10:00+02:00",
    "PT36H, 2024-03-01T22:00+02:00, 2024-02-27T22:00+02:00",
    "P1M, 2024-03-29T10:00+02:00, 2024-01-29T10:00+02:00",
    "P1Y, 2025-02-28T10:00+02:00, 2023-02-28T10:00+02:00",
    "P2W, 2024-03-14T10:00+02:00, 2024-02-15T10:00+02:00",
    "-P1D, 2024-02-28T10:00+02:00, 2024-03-01T10:00+02:00",
    "P13M1D, 2025-03-30T10:00+02:00, 2023-01-28T10:00+02:00",
    "PT0.5S, 2024-02-29T10:00:00.500+02:00, 2024-02-29T09:59:59.500+02:00",
    "P0001-02-03T04:05:06, 2025-05-02T14:05:06+02:00, 2022-12-26T05:54:54+02:00"
  })
  void movesAMomentOnTheCalendar(String text, String later, String earlier) {
    IsoDuration duration = IsoDuration.parse(text);
    assertThat(duration.addTo(LEAP)).isEqualTo(OffsetDateTime.parse(later));
    assertThat(duration.subtractFrom(LEAP)).isEqualTo(OffsetDateTime.parse(earlier));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "1D", "P1", "P1H", "PT1D", "p1d", "P1D ", "P1.D"})
  void refusesOtherTexts(String text) {
    assertThatExceptionOfType(PythonException.class).isThrownBy(() -> IsoDuration.parse(text));
  }

  @Test
  void knowsWhatNeedsACalendar() {
    assertThat(IsoDuration.parse("P1M").isCalendar()).isTrue();
    assertThat(IsoDuration.parse("P0Y0M5D").isCalendar()).isFalse();
  }

  @Test
  void refusesFractionsOfMonths() {
    IsoDuration duration = IsoDuration.parse("P0.5M");
    assertThatExceptionOfType(PythonException.class).isThrownBy(() -> duration.addTo(LEAP));
  }

  @Test
  void refusesToLeavePythonsYears() {
    IsoDuration duration = IsoDuration.parse("P9000Y");
    assertThatExceptionOfType(PythonException.class).isThrownBy(() -> duration.addTo(LEAP));
  }

  @Test
  void daysAddUp() {
    Trial.run(trial -> {
      int first = trial.between(0, 10_000);
      int second = trial.between(0, 10_000);
      OffsetDateTime once = IsoDuration.parse("P" + (first + second) + "D").addTo(LEAP);
      OffsetDateTime twice =
          IsoDuration.parse("P" + second + "D")
              .addTo(IsoDuration.parse("P" + first + "D").addTo(LEAP));
      assertThat(once).isEqualTo(twice);
    });
  }
}
