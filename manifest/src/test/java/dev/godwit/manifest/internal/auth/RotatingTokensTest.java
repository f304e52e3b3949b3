package dev.godwit.manifest.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import dev.godwit.manifest.internal.Reading;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens take turns as their quotas allow. The present is 2024-03-10T12:00:00Z, which is second
/// 1710072000.
class RotatingTokensTest {
  private static final String AUTHENTICATOR =
      """
      authenticator:
        type: RateLimitedMultipleTokenAuthenticator
        tokens: "{{ config['tokens'] }}"
        MORE
        quota_status_source: {type: QuotaStatusSource, url: "{{ config['api'] }}/quota", unavailable_status_codes: [404]}
        quotas:
        - {type: TokenQuota, name: all, remaining_path: [left], reset_path: [reset], limit_path: [max], SIGNS}
      """;

  private static Reading reading(Api api, String more, String signs) {
    return new Reading(api)
        .requester(
            "url_base: \"{{ config['api'] }}\"\npath: items\n"
                + AUTHENTICATOR.replace("MORE", more).replace(", SIGNS", signs))
        .config("tokens", "a, b,,")
        .retriever(
            "partition_router: {type: ListPartitionRouter, values: [1, 2, 3, 4], cursor_field: x}");
  }

  private static Answered level(long left, Object reset) {
    return Answered.json("{\"left\": %d, \"reset\": %s, \"max\": 1000}".formatted(left, reset));
  }

  private static Function<Asked, Answered> quotas(Answered... answers) {
    Function<Asked, Answered> inTurn = Api.inTurn(answers);
    return asked ->
        asked.target().equals("/quota")
            ? inTurn.apply(asked)
            : Answered.json("[{\"id\": 1}]").with("X-Left", "900");
  }

  /// Which token paid for each request for rows.
  private static List<String> payers(Api api) {
    return api.asked().stream()
        .filter(asked -> asked.target().equals("/items"))
        .map(asked -> String.valueOf(asked.header("Authorization")))
        .toList();
  }

  @Test
  void theNextTokensTurnComesWhenOneIsUsedUp() {
    try (Api api =
        Api.answering(quotas(level(1, 1710079200), level(500, "\"2024-03-10T14:00:00Z\"")))) {
      Reading reading = reading(api, "auth_method: Token", "").read();
      assertThat(payers(api)).containsExactly("Token a", "Token b", "Token b", "Token b");
      assertThat(reading.waits()).isEmpty();
      assertThat(api.asked().getFirst().header("Authorization")).isEqualTo("Token a");
      assertThat(api.asked().get(1).header("Authorization")).isEqualTo("Token b");
    }
  }

  @Test
  void lastCallsAreSpreadOverTheTimeToTheReset() {
    try (Api api = Api.answering(quotas(level(3, 1710072040), level(1, 1710072040)))) {
      Reading reading = reading(api, "budget_min_reserve: 2", "").read();
      assertThat(payers(api)).containsExactly("Bearer a", "Bearer a", "Bearer a", "Bearer b");
      assertThat(reading.waits()).containsExactly(10.0, 10.0, 10.0);
    }
  }

  @Test
  void whenAllAreUsedUpTheEarliestResetIsWaitedForInParts() {
    try (Api api =
        Api.answering(quotas(level(0, 1710072150), level(0, 1710072130), level(900, 1710079200)))) {
      Reading reading = reading(api, "", "").read();
      assertThat(reading.waits()).containsExactly(60.0, 60.0, 10.0);
      assertThat(payers(api)).containsOnly("Bearer a");
      assertThat(api.asked().stream().filter(asked -> asked.target().equals("/quota"))).hasSize(4);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PT2M, 1710072150, 0",
    "PT2M, 1710072000, 120",
    "PT0S, 1710072001, 0",
  })
  void noRequestWaitsForEver(String most, long reset, int waited) {
    try (Api api = Api.answering(quotas(level(0, reset)))) {
      Reading reading = reading(api, "max_wait_time: " + most, "");
      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.kind()).isEqualTo(ErrorKind.TRANSIENT);
                assertThat(error.code()).isEqualTo("auth.quota");
              });
      assertThat(reading.waits().stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(waited);
    }
  }

  @Test
  void whereTheApiDoesNotCountTokensTakeTurns() {
    try (Api api = Api.answering(quotas(Answered.status(404)))) {
      Reading reading = reading(api, "", "").read();
      assertThat(payers(api)).containsExactly("Bearer a", "Bearer b", "Bearer a", "Bearer b");
      assertThat(reading.waits()).isEmpty();
    }
  }

  @Test
  void answersCorrectTheCount() {
    Function<Asked, Answered> answers =
        asked ->
            asked.target().equals("/quota")
                ? level(500, 1710079200)
                : Answered.json("[]").with("X-Left", "0");
    try (Api api = Api.answering(answers)) {
      reading(api, "max_wait_time: PT3H", ", remaining_header: X-Left")
          .retriever(
              "partition_router: {type: ListPartitionRouter, values: [1, 2], cursor_field: x}")
          .read();
      assertThat(payers(api)).containsExactly("Bearer a", "Bearer b");
    }
  }

  @Test
  void aRateLimitOfOneTokenIsNotWaitedForWhileAnotherHasCalls() {
    Function<Asked, Answered> answers =
        asked ->
            asked.target().equals("/quota")
                ? level(500, 1710079200)
                : "Bearer a".equals(asked.header("Authorization"))
                    ? Answered.status(429)
                    : Answered.json("[{\"id\": 1}]");
    try (Api api = Api.answering(answers)) {
      Reading reading = reading(api, "", ", exhaustion_status_codes: [429]").read();
      assertThat(payers(api))
          .containsExactly("Bearer a", "Bearer b", "Bearer b", "Bearer b", "Bearer b");
      assertThat(reading.waits()).containsExactly(1.1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"left\": 1, \"max\": 2}                    | it has no reset",
        "{\"left\": 1, \"max\": 2, \"reset\": \"soon\"} | reset is no date",
        "{\"left\": null, \"max\": 2, \"reset\": 1}     | left is no number",
        "<p>                                        | it is not JSON",
      })
  void anAnswerWithoutTheNumbersIsAnError(String body, String told) {
    try (Api api = Api.answering(quotas(Answered.status(200).body(body)))) {
      assertThatThrownBy(reading(api, "", "")::read)
          .hasMessageContaining(told)
          .isInstanceOfSatisfying(
              GodwitException.class, error -> assertThat(error.kind()).isEqualTo(ErrorKind.SYSTEM));
    }
  }

  @Test
  void withoutTokensThereIsAnError() {
    try (Api api = Api.answering(quotas(level(1, 1)))) {
      assertThatThrownBy(reading(api, "", "").config("tokens", " , ")::read)
          .hasMessageContaining("no tokens");
    }
  }
}
