package dev.godwit.mapping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
  @ParameterizedTest
  @CsvSource({
    "2024-06-01, 2024-06-01T00:00:00Z",
    "2024-06-01T12:30, 2024-06-01T12:30:00Z",
    "2024-06-01T12:30Z, 2024-06-01T12:30:00Z",
    "2024-06-01 12:30:45, 2024-06-01T12:30:45Z",
    "2024-06-01T12:30:45.5Z, 2024-06-01T12:30:45.500Z",
    "2024-06-01T12:30:45.123456789+02:00, 2024-06-01T10:30:45.123Z",
    "2024-06-01T00:30:00+0200, 2024-05-31T22:30:00Z",
    "2024-06-01T00:30:00-08, 2024-06-01T08:30:00Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
  })
  void textsInIso8601ArePointsInTime(String text, Instant expected) {
    assertThat(millis(text)).isEqualTo(expected.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024",
        "2024-06",
        "2024-6-1",
        "2024-06-31",
        "2023-02-29",
        "2024-13-01",
        "20240601",
        "2024-06-01T",
        "2024-06-01T12",
        "2024-06-01T25:00",
        "2024-06-01T12:60",
        "2024-06-01T12:30:45.",
        "2024-06-01T12:30+",
        "2024-06-01T12:30Zx",
        "2024-06-01x12:30",
        "01/06/2024",
        "２０２４-06-01"
      })
  void otherTextsAreNot(String text) {
    assertThat(millis(text)).isEqualTo(Moments.NONE);
  }

  private static long millis(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Moments().millis(bytes, 0, bytes.length);
  }
}
