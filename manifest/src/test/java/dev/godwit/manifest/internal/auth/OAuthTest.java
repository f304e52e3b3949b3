package dev.godwit.manifest.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens are asked for, kept and renewed as in the reference.
class OAuthTest {
  private static final Map<String, String> CONFIG =
      Map.of("id", "me", "secret", "hush-hush", "refresh", "r-0");
  private static final String REFRESH =
      """
      type: OAuthAuthenticator
      token_refresh_endpoint: API/token
      client_id: "{{ config['id'] }}"
      client_secret: "{{ config['secret'] }}"
      refresh_token: "{{ config['refresh'] }}"
      """;

  private static Answered token(String rest) {
    return Answered.json("{\"access_token\": \"t-1\"" + rest + "}");
  }

  private static Api answering(String answer) {
    return Api.answering(asked -> Answered.json(answer));
  }

  @Test
  void aRefreshTokenIsSentAsAForm() {
    try (Api api = answering("{\"access_token\": \"t-1\", \"expires_in\": 60}");
        Guarded guarded = new Guarded(api, REFRESH, CONFIG)) {
      assertThat(guarded.authorization()).isEqualTo("Bearer t-1");
      Asked asked = api.asked().getFirst();
      assertThat(asked.method()).isEqualTo("POST");
      assertThat(asked.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
      assertThat(asked.body())
          .isEqualTo(
              "grant_type=refresh_token&client_id=me&client_secret=hush-hush&refresh_token=r-0");
    }
  }

  @Test
  void scopesAndFurtherFieldsFollowTheStandardOnes() {
    String yaml =
        REFRESH.replace("refresh_token:", "grant_type: client_credentials\nignored:")
            + """
            scopes: [read, write all]
            refresh_request_body: {audience: "{{ config.id }}", grant_type: mine, list: "{{ [1, None, 'b'] }}", none: "", flag: "{{ True }}"}
            refresh_request_headers: {X-Kind: "{{ config.id }}", content-type: text/plain, Gone: ""}
            """;
    try (Api api = answering("{\"access_token\": \"t-1\"}");
        Guarded guarded = new Guarded(api, yaml, CONFIG)) {
      assertThat(guarded.authorization()).isEqualTo("Bearer t-1");
      Asked asked = api.asked().getFirst();
      assertThat(asked.body())
          .isEqualTo(
              "grant_type=client_credentials&client_id=me&client_secret=hush-hush"
                  + "&scopes=read&scopes=write+all&audience=me&list=1&list=b&flag=True");
      assertThat(asked.header("X-Kind")).isEqualTo("me");
      assertThat(asked.header("Content-Type")).isEqualTo("text/plain");
      assertThat(asked.headers()).doesNotContainKey("Gone");
    }
  }

  @Test
  void credentialsInTheHeaderAreNotSentTwice() {
    String yaml = REFRESH + "refresh_request_headers: {Authorization: Basic xyz}\n";
    try (Api api = answering("{\"access_token\": \"t-1\"}");
        Guarded guarded = new Guarded(api, yaml, CONFIG)) {
      assertThat(guarded.authorization()).isEqualTo("Bearer t-1");
      assertThat(api.asked().getFirst().body())
          .isEqualTo("grant_type=refresh_token&refresh_token=r-0");
      assertThat(api.asked().getFirst().header("Authorization")).isEqualTo("Basic xyz");
    }
  }

  @Test
  void everythingCanGoIntoTheQuery() {
    String yaml =
        REFRESH.replace("API/token", "API/token?v=1")
            + "send_refresh_request_as_query_params: true\n";
    try (Api api = answering("{\"access_token\": \"t-1\"}");
        Guarded guarded = new Guarded(api, yaml, CONFIG)) {
      assertThat(guarded.authorization()).isEqualTo("Bearer t-1");
      assertThat(api.asked().getFirst().target())
          .isEqualTo(
              "/token?v=1&grant_type=refresh_token&client_id=me&client_secret=hush-hush&refresh_token=r-0");
      assertThat(api.asked().getFirst().body()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "60                     |             | 60",
        "`\"60\"`               |             | 60",
        "`\" 1.5e2 \"`          |             | 150",
        "60.9                   |             | 60",
        "null                   |             | 3600",
        "`\"2024-03-10T12:02:00Z\"` | `%Y`    | 120",
        "`\"2024-03-10 13:02:00 +0100\"` | `%Y` | 120",
        "`\"Sun, 10 Mar 2024 12:02:00 GMT\"` | `%Y` | 120",
        "1710072120             | `%s`        | 120",
        "`\"1710072120\"`       | `%s`        | 120",
      })
  void aTokenCountsUntilItsExpiry(String value, @Nullable String format, int seconds) {
    String yaml =
        REFRESH + (format == null ? "" : "token_expiry_date_format: \"" + format + "\"\n");
    try (Api api =
            answering("{\"data\": [{\"access_token\": \"t-1\"}], \"expires_in\": " + value + "}");
        Guarded guarded = new Guarded(api, yaml, CONFIG)) {
      assertThat(guarded.authorization()).isEqualTo("Bearer t-1");
      guarded.now = Guarded.NOW.plus(Duration.ofSeconds(seconds));
      guarded.authorization();
      assertThat(api.asked()).hasSize(1);
      guarded.now = guarded.now.plus(Duration.ofMillis(1));
      guarded.authorization();
      assertThat(api.asked()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-10T12:00:00Z, 0",
    "2024-03-10T11:59:59Z, 1",
    "1710072000, 0",
    "'', 1",
    "'{{ config[\"until\"] }}', 0"
  })
  void aGivenTokenIsUsedUntilItsDate(String date, int refreshes) {
    String yaml = REFRESH + "access_token_value: given\ntoken_expiry_date: '" + date + "'\n";
    Map<String, String> config = new LinkedHashMap<>(CONFIG);
    config.put("until", "2024-03-11");
    try (Api api = Api.answering(asked -> token(""));
        Guarded guarded = new Guarded(api, yaml, config)) {
      assertThat(guarded.authorization()).isEqualTo(refreshes == 0 ? "Bearer given" : "Bearer t-1");
      assertThat(api.asked()).hasSize(refreshes);
    }
  }

  @Test
  void aGivenTokenWithoutAnEndpointIsNeverRefreshed() {
    String yaml =
        REFRESH.replace("token_refresh_endpoint: API/token\n", "") + "access_token_value: given\n";
    try (Api api = Api.answering(asked -> token(""));
        Guarded guarded = new Guarded(api, yaml, CONFIG)) {
      guarded.now = Guarded.NOW.plus(Duration.ofDays(400));
      assertThat(guarded.authorization()).isEqualTo("Bearer given");
      assertThat(api.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void aServerInTroubleIsAskedAgain(int status) {
    try (Api api =
            Api.answering(Api.inTurn(Answered.status(status), Answered.status(status), token("")));
        Guarded guarded = new Guarded(api, REFRESH, CONFIG)) {
      assertThat(guarded.authorization()).isEqualTo("Bearer t-1");
      assertThat(guarded.waits).hasSize(2);
      assertThat(guarded.waits.get(0)).isBetween(0.0, 1.0);
      assertThat(guarded.waits.get(1)).isBetween(0.0, 2.0);
    }
  }

  @Test
  void waitingEndsAfterFiveMinutes() {
    try (Api api = Api.answering(asked -> Answered.status(503));
        Guarded guarded = new Guarded(api, REFRESH, CONFIG)) {
      assertThatThrownBy(guarded::authorization)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.kind()).isEqualTo(ErrorKind.TRANSIENT);
                assertThat(error.code()).isEqualTo("auth.token-failed");
                assertThat(error.message()).contains("HTTP 503");
              });
      assertThat(guarded.waits.stream().mapToDouble(Double::doubleValue).sum())
          .isBetween(299.0, 300.1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | {\"error\": \"invalid_grant\"} | The refresh token is invalid, expired or already"
            + " used. The provider says: invalid_grant",
        "400 | {\"error\": \"invalid_grant\", \"error_description\": \"AADSTS50173: now"
            + " hush-hush\"} | The refresh token is invalid, expired or already used. The provider"
            + " says: invalid_grant: AADSTS50173",
        "400 | {\"error\": \"invalid_client\"} | The token endpoint refuses the request with HTTP"
            + " 400. The provider says: invalid_client",
        "401 | {\"error\": \"me and hush-hush\"} | The token endpoint refuses the request with"
            + " HTTP 401. The provider says: me and ****",
        "403 | no                             | The token endpoint refuses the request with HTTP"
            + " 403.",
      })
  void aRefusalIsNotTriedAgain(int status, String body, String message) {
    try (Api api = Api.answering(asked -> Answered.status(status).body(body));
        Guarded guarded = new Guarded(api, REFRESH, CONFIG)) {
      assertThatThrownBy(guarded::authorization)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
                assertThat(error.code()).isEqualTo("auth.token-refused");
                assertThat(error.message()).isEqualTo(message);
                assertThat(error.place().request()).isEqualTo("POST " + api.url("/token"));
              });
      assertThat(api.asked()).hasSize(1);
    }
  }

  @Test
  void theManifestSaysWhatADeadTokenLooksLike() {
    String yaml =
        REFRESH
            + """
            refresh_token_error_status_codes: [401]
            refresh_token_error_key: code
            refresh_token_error_values: [dead]
            """;
    try (Api api = Api.answering(asked -> Answered.status(401).body("{\"code\": \"dead\"}"));
        Guarded guarded = new Guarded(api, yaml, CONFIG)) {
      assertThatThrownBy(guarded::authorization).hasMessageContaining("already used");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "{\"access_token\": \"\"}",
        "{\"access_token\": null}",
        "<p>",
        ""
      })
  void anAnswerWithoutATokenIsAnError(String answer) {
    try (Api api = Api.answering(asked -> Answered.status(200).body(answer));
        Guarded guarded = new Guarded(api, REFRESH, CONFIG)) {
      assertThatThrownBy(guarded::authorization)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.code()).isEqualTo("auth.token-answer");
                assertThat(error.kind()).isEqualTo(ErrorKind.SYSTEM);
              });
    }
  }

  @Test
  void namesAreNotLookedForTooDeep() {
    try (Api api =
            answering(
                "{\"a\": {\"b\": {\"c\": {\"d\": {\"e\": {\"access_token\": 1, \"expires_in\":"
                    + " 1}}}}}}");
        Guarded guarded = new Guarded(api, REFRESH, CONFIG)) {
      assertThat(guarded.authorization()).isEqualTo("Bearer 1");
    }
    try (Api api = answering("{\"a\": {\"b\": {\"c\": {\"d\": {\"e\": {\"f\": 1}}}}}}");
        Guarded guarded = new Guarded(api, REFRESH, CONFIG)) {
      assertThatThrownBy(guarded::authorization).hasMessageContaining("first levels");
    }
  }

  @Test
  void fiftyThreadsNeedOneRefresh() throws Exception {
    CountDownLatch everybodyAsks = new CountDownLatch(50);
    try (Api api =
            Api.answering(asked -> {
              await(everybodyAsks);
              return token(", \"expires_in\": 60");
            });
        Guarded guarded = new Guarded(api, REFRESH, CONFIG);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> ask =
          () -> {
            everybodyAsks.countDown();
            return guarded.authorization();
          };
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        answers.add(threads.submit(ask));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("Bearer t-1");
      }
      assertThat(api.asked()).hasSize(1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"client_id", "client_secret", "refresh_token", "token_refresh_endpoint"})
  void whatIsMissingIsNamed(String field) {
    String yaml = REFRESH.replaceAll("(?m)^" + field + ":.*\n", "");
    try (Api api = Api.answering(asked -> token(""))) {
      assertThatThrownBy(() -> new Guarded(api, yaml, CONFIG).close())
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.code()).isEqualTo("auth.incomplete");
                assertThat(error.message()).contains(field);
              });
    }
  }

  @Test
  void aHeaderThatReadsAsANumberIsRefused() {
    String yaml = REFRESH + "refresh_request_headers: {X-Version: '{{ 1 }}'}\n";
    try (Api api = Api.answering(asked -> token(""));
        Guarded guarded = new Guarded(api, yaml, CONFIG)) {
      assertThatThrownBy(guarded::authorization)
          .hasMessage("The header 'X-Version' of the token request is no text.");
      assertThat(api.asked()).isEmpty();
    }
  }
}
