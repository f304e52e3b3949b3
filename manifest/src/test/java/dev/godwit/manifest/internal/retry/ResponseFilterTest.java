package dev.godwit.manifest.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a manifest makes of answers, and how its handlers follow each other.
class ResponseFilterTest {
  private static String filter(String fields) {
    return "response_filters: [{type: HttpResponseFilter, " + fields + "}]";
  }

  @ParameterizedTest
  @ValueSource(strings = {"IGNORE", "SUCCESS"})
  void anErrorThatIsIgnoredHasNoRows(String action) {
    Answered notFound = Answered.status(404).body("[{\"id\":1}]");
    assertThat(Troubled.with(filter("action: " + action + ", http_codes: [404]"), notFound).rows())
        .isEmpty();
  }

  @Test
  void anIgnoredSuccessStillHasItsRows() {
    assertThat(Troubled.with(filter("action: IGNORE, http_codes: [200]"), Troubled.ROWS).rows())
        .hasSize(1);
  }

  @Test
  void aFilterWithoutAnActionSaysNothing() {
    assertThat(
            Troubled.with(
                    "max_retries: 0\n" + filter("http_codes: [500], error_message: mine"),
                    Troubled.error(500))
                .fails()
                .message())
        .doesNotContain("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http_codes: [418]",
        "error_message_contains: 'luck'",
        "predicate: \"{{ response.error.message == 'No luck.' }}\"",
        "predicate: \"{{ headers['x-kind'] == 'tea' }}\"",
        "http_codes: [999], predicate: \"{{ true }}\"",
      })
  void eachConditionOfAFilterIsEnough(String condition) {
    Answered answer = Troubled.error(418).with("X-Kind", "tea");
    assertThat(Troubled.with(filter("action: IGNORE, " + condition), answer).rows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http_codes: [500]",
        "error_message_contains: 'Luck'",
        "predicate: \"{{ response.nothing.here }}\"",
        "predicate: \"{{ config['api'] }}\"",
        "predicate: ''",
      })
  void aFilterThatDoesNotFitLeavesTheTable(String condition) {
    assertThat(
            Troubled.with(filter("action: IGNORE, " + condition), Troubled.error(404))
                .fails()
                .message())
        .contains("HTTP 404");
  }

  @Test
  void aPredicateMayTurnASuccessIntoAFailure() {
    Troubled reading =
        Troubled.with(
            filter(
                "action: FAIL, failure_type: config_error, error_message: \"Said {{ response.status"
                    + " }}\", predicate: \"{{ response.status == 'bad' }}\""),
            Answered.json("{\"status\":\"bad\"}"));
    GodwitException error = reading.fails();
    assertThat(error.message()).startsWith("Said bad");
    assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
  }

  @Test
  void theFirstFilterThatFitsDecides() {
    String two =
        """
        response_filters:
        - {type: HttpResponseFilter, action: RETRY, http_codes: [404]}
        - {type: HttpResponseFilter, action: IGNORE, http_codes: [404]}
        """;
    assertThat(Troubled.with(two, Troubled.error(404), Troubled.ROWS).rows()).hasSize(1);
  }

  private static String composite(String... filters) {
    StringBuilder yaml = new StringBuilder("type: CompositeErrorHandler\nerror_handlers:\n");
    for (String fields : filters) {
      yaml.append("- {type: DefaultErrorHandler, ").append(filter(fields)).append("}\n");
    }
    return yaml.toString();
  }

  @Test
  void laterHandlersHearOfWhatEarlierOnesLetFail() {
    String handlers =
        composite("action: RETRY, http_codes: [400]", "action: IGNORE, http_codes: [404]");
    assertThat(Troubled.with(handlers, Troubled.error(404)).rows()).isEmpty();
  }

  @Test
  void laterHandlersDoNotHearOfSuccesses() {
    String handlers =
        composite("action: RETRY, http_codes: [400]", "action: FAIL, predicate: \"{{ true }}\"");
    assertThat(Troubled.with(handlers, Troubled.ROWS).rows()).hasSize(1);
  }

  @Test
  void laterHandlersDoNotHearOfWhatTheTableRetries() {
    String handlers =
        composite("action: RETRY, http_codes: [400]", "action: IGNORE, http_codes: [500]");
    Troubled reading = Troubled.with(handlers, Troubled.error(500), Troubled.ROWS);
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.waits()).containsExactly(1.0);
  }

  @Test
  void theLastHandlersFailureIsTheOneThatIsReported() {
    String handlers =
        composite(
            "action: FAIL, http_codes: [404], error_message: mine",
            "action: IGNORE, http_codes: [400]");
    assertThat(Troubled.with(handlers, Troubled.error(404)).fails().message())
        .contains("HTTP 404")
        .doesNotContain("mine");
  }
}
