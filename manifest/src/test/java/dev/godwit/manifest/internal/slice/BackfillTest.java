package dev.godwit.manifest.internal.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reading a stretch of a cursor again.
class BackfillTest {
  private static final String DAYS =
      """
      incremental_sync:
        type: DatetimeBasedCursor
        cursor_field: day
        datetime_format: "%Y-%m-%d"
        start_datetime: "2024-02-01"
        step: P2D
        cursor_granularity: P1D
        lookback_window: P5D
        start_time_option: {inject_into: request_parameter, field_name: from}
        end_time_option: {inject_into: request_parameter, field_name: to}
      """;

  private Api api;

  @BeforeEach
  void open() {
    api = Api.answering(request -> Answered.json("[]"));
  }

  @AfterEach
  void close() {
    api.close();
  }

  private List<Map<String, ?>> intervals(Reading reading) {
    return reading.slices().stream().<Map<String, ?>>map(slice -> slice.interval()).toList();
  }

  @ParameterizedTest
  @CsvSource({"2024-01-01, 2024-01-04", "2024-01-01T00:00:00Z, 2024-01-04T00:00:00+00:00"})
  void theBoundsAreThoseThatWereAskedFor(String from, String to) {
    Reading reading = new Reading(api).stream(DAYS).within(from, to).read();
    assertThat(intervals(reading))
        .containsExactly(
            Map.of("start_time", "2024-01-01", "end_time", "2024-01-02"),
            Map.of("start_time", "2024-01-03", "end_time", "2024-01-04"));
  }

  @Test
  void withoutAnEndItGoesOnToThePresent() {
    Reading reading = new Reading(api).stream(DAYS).within("2024-03-09", null).read();
    assertThat(intervals(reading))
        .containsExactly(Map.of("start_time", "2024-03-09", "end_time", "2024-03-10"));
  }

  @Test
  void anInterruptedOneGoesOnWhereItStopped() {
    Reading reading =
        new Reading(api)
            .stream(DAYS)
                .from(Map.of("day", "2024-01-03"))
                .within("2024-01-01", "2024-01-04")
                .read();
    assertThat(intervals(reading))
        .as("no look back either")
        .containsExactly(Map.of("start_time", "2024-01-03", "end_time", "2024-01-04"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-03, 2024-01-01, source.bad-range",
    "yesterday, 2024-01-01, source.bad-range",
    "2024-01-01, soon, source.bad-range",
  })
  void whatIsNoRangeIsRefused(String from, String to, String code) {
    assertThatThrownBy(() -> new Reading(api).stream(DAYS).within(from, to).read())
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  @Test
  void aStreamWithoutACursorIsRefused() {
    assertThatThrownBy(() -> new Reading(api).within("2024-01-01", null).read())
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> assertThat(error.code()).isEqualTo("source.no-backfill"));
  }
}
