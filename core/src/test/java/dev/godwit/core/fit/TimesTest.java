package dev.godwit.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isTimestamp(String text) {
    return TimeShape.isTimestamp(bytes(text), 0, bytes(text).length);
  }

  private static boolean isUtcTimestamp(String text) {
    return TimeShape.isUtcTimestamp(bytes(text), 0, bytes(text).length);
  }

  private static boolean isDate(String text) {
    return TimeShape.isDate(bytes(text), 0, bytes(text).length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-31T10:00:00Z", "2024-01-31T10:00:00", "2024-01-31 10:00:00.123456Z",
        "2024-02-29T23:59:59.1Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999"
      })
  void commonTimesAreRecognised(String text) {
    assertThat(isTimestamp(text)).isTrue();
    assertThat(isUtcTimestamp(text)).isTrue();
    assertThat(isDate(text)).isFalse();
    assertThat(isDate(text.substring(0, 10))).isTrue();
  }

  @Test
  void offsetsAreForTimesWithZone() {
    assertThat(isTimestamp("2024-01-31T10:00:00.5+05:30")).isTrue();
    assertThat(isTimestamp("2024-01-31T10:00:00-14:00")).isTrue();
    assertThat(isUtcTimestamp("2024-01-31T10:00:00+00:00")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2024",
        "2024-01-31",
        "2024-01-31T",
        "2024-01-31T10:00",
        "2024-01-31T10:00:00.",
        "2024-01-31T10:00:00.1234567",
        "2024-01-31T24:00:00",
        "2024-01-31T10:60:00",
        "2024-01-31T10:00:60",
        "2024-02-30T10:00:00",
        "2023-02-29T10:00:00",
        "2024-13-01T10:00:00",
        "2024-00-01T10:00:00",
        "0000-01-01T10:00:00",
        "2024-01-31T10:00:00z",
        "2024-01-31x10:00:00",
        "2024-01-31T10:00:00+5:30",
        "2024-01-31T10:00:00+05",
        "2024-01-31T10:00:00+15:00",
        "2024-01-31T10:00:00+05:60",
        "2024-01-31T10:00:00ZZ",
        "2024/01/31T10:00:00",
        "20240131T100000Z",
        "2024-01-31T10:00:00 +05:00",
        "２024-01-31T10:00:00Z",
        "2024-1-31T10:00:00Z "
      })
  void everythingElseMustBeLookedAtClosely(String text) {
    assertThat(isTimestamp(text)).isFalse();
    assertThat(isUtcTimestamp(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2024-01-31T10:00:00+05:30, 2024-01-31T04:30Z",
        "2024-01-31t10:00:00.123456789z, 2024-01-31T10:00:00.123456Z",
        "20240131T100000Z, 2024-01-31T10:00Z",
        "2024-1-3 9:05, 2024-01-03T09:05Z",
        "2024-01-31, 2024-01-31T00:00Z",
        "2024-01-31T10:00:00+0530, 2024-01-31T04:30Z",
        "2024-01-31T10:00:00-05, 2024-01-31T15:00Z",
        "2024-01-31 10:00:00 UTC, 2024-01-31T10:00Z",
        "' 2024-01-31T10:00:00Z ', 2024-01-31T10:00Z",
        "'Wed, 31 Jan 2024 10:00:00 GMT', 2024-01-31T10:00Z",
        "'Wed, 31 Jan 2024 10:00:00 +0100', 2024-01-31T09:00Z",
        "2024-02-30T00:00:00Z, none",
        "2024-01-31T25:00:00Z, none",
        "0000-00-00, none",
        "0000-01-01, 0001-01-01 (BC)T00:00Z",
        "-0043-03-15T12:00:00Z, 0044-03-15 (BC)T12:00Z",
        "1700000000, none",
        "10000-01-01T00:00:00Z, 10000-01-01T00:00Z",
        "+294246-12-31T23:59:59Z, 294246-12-31T23:59:59Z",
        "294247-01-01T00:00:00Z, none",
        "-290307-01-01T00:00:00Z, none",
        "2024-01-31T10:00:00+99:00, none",
        "9999-12-31T23:59:59-10:00, 10000-01-01T09:59:59Z",
        "soon, none",
        "'', none"
      })
  void timesAreReadInTheFormsThatApisUse(String text, @Nullable String expected) {
    assertThat(TimeText.timestampWithZone(text)).isEqualTo(expected);
    String local = expected == null ? null : expected.substring(0, expected.length() - 1);
    assertThat(TimeText.timestamp(text)).isEqualTo(local);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2024-01-31, 2024-01-31",
        "20240131, 2024-01-31",
        "2024-01-31T00:00:00Z, 2024-01-31",
        "2024-01-31T00:00:00+05:00, 2024-01-31",
        "2024-01-31T10:00:00Z, none",
        "2024-01-32, none",
        "31.01.2024, none"
      })
  void datesLoseNoTimeOfDay(String text, @Nullable String expected) {
    assertThat(TimeText.date(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "10:00:00, 10:00, 10:00:00+00:00",
        "9:05, 09:05, 09:05:00+00:00",
        "T10:00:00Z, 10:00, 10:00:00+00:00",
        "10:00:00.5+02:00, 08:00:00.500, 10:00:00.5+02:00",
        "23:30:00-05:30, 05:00, 23:30:00-05:30",
        "235959.123456789, 23:59:59.123456, 23:59:59.123456+00:00",
        "24:00:00, none, none",
        "10:60, none, none",
        "10:00:00+25:00, none, none",
        "2024-01-31T10:00:00Z, none, none",
        "noon, none, none",
        "'', none, none"
      })
  void timesOfDayKeepTheirOffsetWhereTheColumnHasOne(
      String text, @Nullable String local, @Nullable String zoned) {
    assertThat(TimeText.time(text)).isEqualTo(local);
    assertThat(TimeText.timeWithZone(text)).isEqualTo(zoned);
  }

  @ParameterizedTest
  @CsvSource({
    "10:00:00, true, false",
    "23:59:59.123456, true, false",
    "10:00:00+02:00, false, true",
    "10:00:00.5-14:30, false, true",
    "10:00:00Z, false, false",
    "10:00, false, false",
    "10:00+02:00, false, false",
    "24:00:00, false, false",
    "10:00:00+15:00, false, false",
    "10:00:00.1234567, false, false"
  })
  void commonTimesOfDayAreRecognised(String text, boolean local, boolean zoned) {
    assertThat(TimeShape.isTime(bytes(text), 0, text.length())).isEqualTo(local);
    assertThat(TimeShape.isTimeWithOffset(bytes(text), 0, text.length())).isEqualTo(zoned);
  }
}
