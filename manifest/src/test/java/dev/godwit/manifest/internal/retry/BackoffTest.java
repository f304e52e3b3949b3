package dev.godwit.manifest.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long is waited where the manifest has an opinion.
class BackoffTest {
  @Test
  void constantWaitsAreOneSecondLonger() {
    Troubled reading =
        Troubled.with(
            backoff("{type: ConstantBackoffStrategy, backoff_time_in_seconds: 2.5}"),
            Troubled.error(500),
            Troubled.error(429),
            Troubled.ROWS);
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.waits()).containsExactly(3.5, 3.5);
  }

  @Test
  void aConstantWaitOfNothingIsNoOpinion() {
    Troubled reading =
        Troubled.with(
            backoff("{type: ConstantBackoffStrategy, backoff_time_in_seconds: 0}"),
            Troubled.error(500),
            Troubled.error(500),
            Troubled.ROWS);
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.waits()).containsExactly(1.0, 2.0);
  }

  @ParameterizedTest
  @CsvSource({"'', 11 21 41 81 161", "'factor: 0', 11 21 41 81 161", "'factor: 2', 5 9 17 33 65"})
  void exponentialWaitsDouble(String factor, String seconds) {
    String comma = factor.isEmpty() ? "" : ", ";
    Troubled reading =
        Troubled.with(
            backoff("{type: ExponentialBackoffStrategy" + comma + factor + "}"),
            Troubled.error(500));
    reading.fails();
    assertThat(reading.waits())
        .containsExactlyElementsOf(
            List.of(seconds.split(" ", -1)).stream().map(Double::valueOf).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12             |                 | 13",
        "1.5            |                 | 2.5",
        "12 seconds     | '[0-9]+'        | 13",
        "wait 12        | '[0-9]+'        | 1",
        "0              |                 | 1",
        "Wed, 21 Oct 2015 07:28:00 GMT |  | 1",
      })
  void aHeaderSaysHowLong(String header, String regex, double seconds) {
    String pattern = regex == null ? "" : ", regex: \"" + regex + "\"";
    Troubled reading =
        Troubled.with(
            backoff("{type: WaitTimeFromHeader, header: retry-AFTER" + pattern + "}"),
            Troubled.error(503).with("Retry-After", header),
            Troubled.ROWS);
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.waits()).containsExactly(seconds);
  }

  @ParameterizedTest
  @CsvSource({"29, true", "30, false", "31, false"})
  void aHeaderMayNotAskForTooLong(int seconds, boolean waits) {
    Troubled reading =
        Troubled.with(
            backoff(
                "{type: WaitTimeFromHeader, header: Retry-After, max_waiting_time_in_seconds: 30}"),
            Troubled.error(429).with("Retry-After", String.valueOf(seconds)),
            Troubled.ROWS);
    if (waits) {
      assertThat(reading.rows()).hasSize(1);
    } else {
      GodwitException error = reading.fails();
      assertThat(error.kind()).isEqualTo(ErrorKind.TRANSIENT);
      assertThat(error.code()).isEqualTo("http.wait-too-long");
    }
  }

  /// The clock stands at 1710072000.
  @ParameterizedTest
  @CsvSource({
    "1710072010, '', 11", "1710071000, '', 1", "1710072010, ', min_wait: 20', 21",
    "1710072030, ', min_wait: 20', 31", "'', ', min_wait: 20', 21", "'', '', 1",
  })
  void aHeaderSaysUntilWhen(String header, String least, double seconds) {
    Answered limited =
        header.isEmpty() ? Troubled.error(429) : Troubled.error(429).with("X-Reset", header);
    Troubled reading =
        Troubled.with(
            backoff("{type: WaitUntilTimeFromHeader, header: X-Reset" + least + "}"),
            limited,
            Troubled.ROWS);
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.waits()).containsExactly(seconds);
  }

  @Test
  void theFirstStrategyWithAnOpinionDecides() {
    Troubled reading =
        Troubled.with(
            backoff(
                "{type: WaitTimeFromHeader, header: Retry-After}",
                "{type: ConstantBackoffStrategy, backoff_time_in_seconds: 4}"),
            Troubled.error(500),
            Troubled.error(500).with("Retry-After", "8"),
            Troubled.ROWS);
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.waits()).containsExactly(5.0, 9.0);
  }

  private static String backoff(String... strategies) {
    return "backoff_strategies: [" + String.join(", ", strategies) + "]";
  }
}
