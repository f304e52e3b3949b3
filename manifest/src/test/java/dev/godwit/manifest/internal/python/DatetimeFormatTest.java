package dev.godwit.manifest.internal.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatetimeFormatTest {
  private static final long LAST_SECOND = 253_402_300_799L;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%Y-%m-%d                | 2024-01-31                       | 2024-01-31T00:00Z",
        "%Y-%m-%d                | 2024-1-5                         | 2024-01-05T00:00Z",
        "%Y-%m-%dT%H:%M:%SZ      | 2024-01-31T10:11:12Z             | 2024-01-31T10:11:12Z",
        "%Y-%m-%dT%H:%M:%SZ      | 2024-01-31t10:11:12z             | 2024-01-31T10:11:12Z",
        "%Y-%m-%dT%H:%M:%S%z     | 2024-01-31T10:11:12+02:00        | 2024-01-31T10:11:12+02:00",
        "%Y-%m-%dT%H:%M:%S%z     | 2024-01-31T10:11:12-0530         | 2024-01-31T10:11:12-05:30",
        "%Y-%m-%dT%H:%M:%S%z     | 2024-01-31T10:11:12Z             | 2024-01-31T10:11:12Z",
        "%Y-%m-%dT%H:%M:%S.%f%z  | 2024-01-31T10:11:12.1Z           | 2024-01-31T10:11:12.100Z",
        "%Y-%m-%dT%H:%M:%S.%_msZ | 2024-01-31T10:11:12.123Z         | 2024-01-31T10:11:12.123Z",
        "%s                      | 1704067200                       | 2024-01-01T00:00Z",
        "%ms                     | 1704067200123                    | 2024-01-01T00:00:00.123Z",
        "%epoch_microseconds     | 1704067200123456                 | 2024-01-01T00:00:00.123456Z",
        "%s_as_float             | 1704067200.5                     | 2024-01-01T00:00:00.500Z",
        "%d/%m/%y %I:%M %p       | 5/1/24 12:30 AM                  | 2024-01-05T00:30Z",
        "%A, %d %B %Y            | friday, 5 JANUARY 2024           | 2024-01-05T00:00Z",
        "%Y-%j                   | 2024-060                         | 2024-02-29T00:00Z",
        "%G-W%V-%u               | 2024-W01-1                       | 2024-01-01T00:00Z",
        "%Y%m%d                  | 2024111                          | 2024-11-01T00:00Z",
        "from:%Y-%m-%d           | from:2024-01-31                  | 2024-01-31T00:00Z"
      })
  void readsWhatTheReferenceReads(String format, String text, String moment) {
    assertThat(DatetimeFormat.parse(format, text)).isEqualTo(OffsetDateTime.parse(moment));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%Y-%m-%d               | 2024-13-01",
        "%Y-%m-%d               | 2024-02-30",
        "%Y-%m-%d               | '2024-01-31 '",
        "%Y-%m-%dT%H:%M:%S%z    | 2024-01-31T10:11:12",
        "%Y-%m-%dT%H:%M:%S.%fZ  | 2024-01-31T10:11:12.123456789Z",
        "%s                     | 1640995200.5",
        "%ms                    | x",
        "%Q                     | x",
        "%Y %Y                  | 2024 2024"
      })
  void refusesWhatTheReferenceRefuses(String format, String text) {
    assertThatExceptionOfType(PythonException.class)
        .isThrownBy(() -> DatetimeFormat.parse(format, text))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(PythonException.Kind.VALUE));
    assertThat(DatetimeFormat.tryParse(format, text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%Y-%m-%dT%H:%M:%S.%fZ | 2024-01-31T10:11:12.000005+02:00 | 2024-01-31T10:11:12.000005Z",
        "%z %Z                 | 2024-01-31T10:11:12+02:00        | +0200 UTC+02:00",
        "%z %Z                 | 2024-01-31T10:11:12Z             | +0000 UTC",
        "%s                    | 2024-01-31T10:11:12+02:00        | 1706688672",
        "%s_as_float           | 2024-01-31T10:11:12Z             | 1706695872.0",
        "%S.%_ms               | 2024-01-31T10:11:12.98765Z       | 12.987",
        "000000 %_ms           | 2024-01-31T10:11:12Z             | 000 000",
        "%Y                    | 0099-01-01T00:00:00Z             | 99",
        "%j %U %W %V %u %w %y  | 2024-12-29T00:00:00Z             | 364 52 52 52 7 0 24",
        "%-d %_m %e %^a %#p    | 2024-03-05T07:00:00Z             | 5  3  5 TUE am",
        "%Q %5                 | 2024-01-31T10:11:12Z             | %Q    %5",
        "%c                    | 2024-01-05T10:11:12Z             | Fri Jan  5 10:11:12 2024"
      })
  void printsWhatTheReferencePrints(String format, String moment, String text) {
    assertThat(DatetimeFormat.format(OffsetDateTime.parse(moment), format)).isEqualTo(text);
  }

  @Test
  void losesOneMillisecondNowAndThenAsTheReferenceDoes() {
    OffsetDateTime moment = Instant.ofEpochMilli(538_504_657_935L).atOffset(ZoneOffset.UTC);
    assertThat(DatetimeFormat.format(moment, "%ms")).isEqualTo("538504657934");
  }

  @Test
  void takesNumbersAsWellAsTexts() {
    assertThat(DatetimeFormat.parse("%s", 1704067200L).toString()).isEqualTo("2024-01-01T00:00Z");
    assertThat(DatetimeFormat.parse("%s", 1704067200.9).toString()).isEqualTo("2024-01-01T00:00Z");
    assertThat(DatetimeFormat.parse("%Y%m%d", 20240131L).toString()).isEqualTo("2024-01-31T00:00Z");
    assertThat(DatetimeFormat.tryParse("%s", null)).isNull();
    assertThat(DatetimeFormat.tryParse("%s", Double.NaN)).isNull();
  }

  private static OffsetDateTime moment(long second, int micro, int offsetMinutes) {
    return Instant.ofEpochSecond(second, micro * 1000L)
        .atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
  }

  @Test
  void readsBackWhatItPrints() {
    Trial.run(trial -> {
      long second = trial.between(-30_000_000_000L, LAST_SECOND - 86_400);
      int micro = trial.between(0, 999_999);
      int offsetMinutes = trial.between(-1000, 1000);
      OffsetDateTime moment = moment(second, micro, offsetMinutes);
      String format = "%Y-%m-%dT%H:%M:%S.%f%z";
      assertThat(DatetimeFormat.parse(format, DatetimeFormat.format(moment, format)))
          .isEqualTo(moment);
      String words = "%A %d %B %Y %I:%M:%S.%f %p %z";
      assertThat(DatetimeFormat.parse(words, DatetimeFormat.format(moment, words)))
          .isEqualTo(moment);
    });
  }

  @Test
  void weeksAndDaysOfTheYearLeadBackToTheDate() {
    Trial.run(trial -> {
      int days = trial.between(0, 200_000);
      OffsetDateTime day =
          LocalDate.of(1950, 1, 1).plusDays(days).atStartOfDay().atOffset(ZoneOffset.UTC);
      for (String format : new String[] {"%Y-%j", "%G %V %u", "%Y %U %w", "%Y %W %a"}) {
        assertThat(DatetimeFormat.parse(format, DatetimeFormat.format(day, format))).isEqualTo(day);
      }
    });
  }

  @Test
  void microsecondsOfTheEpochAreAtMostOneLow() {
    Trial.run(trial -> {
      long second = trial.between(0L, 4_000_000_000L);
      int micro = trial.between(0, 999_999);
      String text = DatetimeFormat.format(moment(second, micro, 0), "%epoch_microseconds");
      assertThat(second * 1_000_000 + micro - Long.parseLong(text)).isBetween(0L, 1L);
    });
  }

  @Test
  void secondsReadBackExactly() {
    Trial.run(trial -> {
      long second = trial.between(-62_135_596_800L, LAST_SECOND);
      OffsetDateTime moment = DatetimeFormat.parse("%s", Long.toString(second));
      assertThat(moment.toEpochSecond()).isEqualTo(second);
      assertThat(DatetimeFormat.format(moment, "%s")).isEqualTo(Long.toString(second));
    });
  }
}
