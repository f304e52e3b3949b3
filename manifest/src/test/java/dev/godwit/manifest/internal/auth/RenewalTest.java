package dev.godwit.manifest.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import dev.godwit.manifest.internal.http.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A token that the API refuses is renewed once, and the request sent again.
class RenewalTest {
  private static final String HANDLER =
      """
      error_handler:
        type: DefaultErrorHandler
        response_filters:
        - {type: HttpResponseFilter, http_codes: [401], action: REFRESH_TOKEN_THEN_RETRY}
      """;

  private static final String OAUTH =
      """
      authenticator:
        type: OAuthAuthenticator
        token_refresh_endpoint: "{{ config['api'] }}/token"
        client_id: me
        client_secret: hush-hush
        refresh_token: r-0
      """;

  private static final Answered ROWS = Answered.json("[{\"id\": 1}]");
  private static final Answered REFUSED = Answered.status(401).body("{\"message\": \"old\"}");

  private static Answered token(String token) {
    return Answered.json("{\"access_token\": \"" + token + "\"}");
  }

  private final Deque<Answered> tokens = new ArrayDeque<>();
  private final Deque<Answered> items = new ArrayDeque<>();

  private Api api() {
    return Api.answering(asked -> asked.target().equals("/token") ? tokens.pop() : items.pop());
  }

  @Test
  void theRequestIsSentAgainWithTheNewToken() {
    tokens.addAll(List.of(token("t-1"), token("t-2")));
    items.addAll(List.of(REFUSED, ROWS));
    try (Api api = api()) {
      Reading reading = new Reading(api).requester(OAUTH + HANDLER).read();
      assertThat(reading.rows()).hasSize(1);
      assertThat(reading.waits()).containsExactly(1.0);
      assertThat(api.asked().getLast().header("Authorization")).isEqualTo("Bearer t-2");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"access_token\": \"t-2\"}  | 2 | CONFIG    | just renewed",
        "200 | {\"no\": \"token\"}          | 2 | TRANSIENT | no new one",
        "400 | {\"error\": \"invalid_grant\"} | 1 | CONFIG  | already used",
        "403 | {}                           | 1 | CONFIG    | HTTP 403",
      })
  void aTokenIsRenewedOnce(int status, String answer, int asked, ErrorKind kind, String told) {
    tokens.addAll(List.of(token("t-1"), Answered.status(status).body(answer)));
    items.addAll(List.of(REFUSED, REFUSED, REFUSED));
    try (Api api = api()) {
      Reading reading = new Reading(api).requester(OAUTH + HANDLER);
      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.kind()).isEqualTo(kind);
                assertThat(error.message()).contains(told);
              });
      assertThat(items).hasSize(3 - asked);
    }
  }

  @Test
  void whatCannotBeRenewedIsTriedAgainAsItIs() {
    items.addAll(List.of(REFUSED, REFUSED, ROWS));
    try (Api api = api()) {
      String key = "authenticator: {type: BearerAuthenticator, api_token: t-0}\n";
      Reading reading = new Reading(api).requester(key + HANDLER).read();
      assertThat(reading.rows()).hasSize(1);
      assertThat(reading.waits()).containsExactly(1.0, 2.0);
      assertThat(reading.log()).anyMatch(line -> line.contains("no token that could be renewed"));
    }
  }

  @Test
  void aTokenThatAnotherThreadHasRenewedIsUsed() throws InterruptedException {
    tokens.addAll(List.of(token("t-1"), token("t-2")));
    try (Api api = api();
        Guarded guarded =
            new Guarded(
                api,
                OAUTH.substring(15).indent(-2).replace("{{ config['api'] }}", "API"),
                java.util.Map.of())) {
      Request first = guarded.signed();
      guarded.authenticator.renew(first);
      assertThat(guarded.authorization()).isEqualTo("Bearer t-2");
      guarded.authenticator.renew(first);
      assertThat(tokens).isEmpty();
      assertThat(guarded.authorization()).isEqualTo("Bearer t-2");
    }
  }
}
