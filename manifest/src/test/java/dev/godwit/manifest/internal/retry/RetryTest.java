package dev.godwit.manifest.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which answers are asked for again, how often, and what is told in the end.
class RetryTest {
  @ParameterizedTest
  @CsvSource({
    "400, SYSTEM",
    "401, CONFIG",
    "403, CONFIG",
    "404, SYSTEM",
    "405, SYSTEM",
  })
  void theseAnswersFailAtOnce(int status, ErrorKind kind) {
    Troubled reading = Troubled.with("", Troubled.error(status));
    GodwitException error = reading.fails();
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.message()).contains("HTTP " + status, "No luck.");
    assertThat(error.place().request()).isEqualTo("GET " + reading.url("/items"));
    assertThat(reading.asked()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 402, 410, 418, 422, 501, 599})
  void theseAnswersAreAskedForAgain(int status) {
    Troubled reading =
        Troubled.with("", Troubled.error(status), Troubled.error(status), Troubled.ROWS);
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.waits()).containsExactly(1.0, 2.0);
  }

  @Test
  void afterSixAttemptsItIsEnough() {
    Troubled reading = Troubled.with("", Troubled.error(500));
    GodwitException error = reading.fails();
    assertThat(error.kind()).isEqualTo(ErrorKind.TRANSIENT);
    assertThat(error.message()).contains("Tried 6 times");
    assertThat(reading.waits()).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0);
    assertThat(reading.asked()).isEqualTo(6);
  }

  @Test
  void rateLimitsAreWaitedForLikeErrors() {
    Troubled reading = Troubled.with("", Troubled.error(429));
    assertThat(reading.fails().kind()).isEqualTo(ErrorKind.TRANSIENT);
    assertThat(reading.waits()).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0);
  }

  @Test
  void anAnswerInNoTableIsASystemErrorWhenItStays() {
    assertThat(Troubled.with("max_retries: 1", Troubled.error(418)).fails().kind())
        .isEqualTo(ErrorKind.SYSTEM);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "3, 4"})
  void theManifestSaysHowOften(int retries, int attempts) {
    Troubled reading = Troubled.with("max_retries: " + retries, Troubled.error(500));
    reading.fails();
    assertThat(reading.asked()).isEqualTo(attempts);
  }

  @ParameterizedTest
  @ValueSource(ints = {304, 204})
  void anAnswerBelow400IsAPageWithoutRows(int status) {
    assertThat(Troubled.with("", Answered.status(status)).rows()).isEmpty();
  }

  @Test
  void anOrdinaryFailureLetsRateLimitsCountAnew() {
    Troubled reading =
        Troubled.with(
            "max_retries: 2",
            Troubled.error(429),
            Troubled.error(429),
            Troubled.error(500),
            Troubled.error(429),
            Troubled.error(429),
            Troubled.ROWS);
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.waits()).containsExactly(1.0, 2.0, 1.0, 1.0, 2.0);
  }

  @Test
  void rateLimitsDoNotLetOrdinaryFailuresCountAnew() {
    Troubled reading =
        Troubled.with(
            "max_retries: 2",
            Troubled.error(500),
            Troubled.error(429),
            Troubled.error(500),
            Troubled.error(429),
            Troubled.error(500),
            Troubled.ROWS);
    assertThat(reading.fails().message()).contains("HTTP 500", "Tried 3 times");
    assertThat(reading.waits()).containsExactly(1.0, 1.0, 2.0, 1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"message\":\"m\",\"error\":\"e\"}         | m",
        "{\"message\":\"\",\"error\":\"e\"}          | e",
        "{\"errors\":[{\"detail\":\"a\"},{\"msg\":\"b\"}]} | a, b",
        "{\"error\":{\"reason\":\"deep\"}}           | deep",
        "plain text                                  | plain text",
      })
  void whatTheApiSaysIsPassedOn(String body, String said) {
    assertThat(Troubled.with("", Answered.status(404).body(body)).fails().message())
        .endsWith("The API says: " + said);
  }

  @Test
  void secretsInTheQueryAreNotTold() {
    Troubled reading = Troubled.with("", Troubled.error(404)).parameters("{key: hidden}");
    assertThat(reading.fails().describe()).doesNotContain("hidden");
    assertThat(reading.log()).noneMatch(line -> line.contains("hidden"));
  }

  /// The reference counts six attempts here too.
  @Test
  void aServerThatIsAwayIsAskedAgain() {
    Troubled reading = Troubled.with("", Troubled.ROWS).closed();
    GodwitException error = reading.fails();
    assertThat(error.code()).isEqualTo("http.unreachable");
    assertThat(error.kind()).isEqualTo(ErrorKind.TRANSIENT);
    assertThat(error.message()).contains("refused", "Tried 6 times");
    assertThat(reading.waits()).hasSize(5);
  }
}
