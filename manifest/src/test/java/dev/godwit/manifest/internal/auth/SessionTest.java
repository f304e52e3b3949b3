package dev.godwit.manifest.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/// Logins come before rows, as often as in the reference.
class SessionTest {
  private static final String LOGIN =
      """
      url_base: "{{ config['api'] }}"
      path: items
      authenticator:
        type: SessionTokenAuthenticator
        login_requester:
          type: HttpRequester
          url_base: "{{ config['api'] }}"
          path: login
          http_method: POST
          request_body_json: {user: "{{ config['user'] }}"}
        session_token_path: [data, "*", token]
      """;

  private static Function<Asked, Answered> with(String answerToLogin) {
    return asked ->
        Answered.json(asked.target().startsWith("/log") ? answerToLogin : "[{\"id\": 1}]");
  }

  private static long logins(Api api) {
    return api.asked().stream().filter(asked -> asked.target().startsWith("/log")).count();
  }

  private static Reading read(Api api, String rest) {
    return new Reading(api)
        .requester(LOGIN + rest.indent(2))
        .config("user", "ann")
        .retriever(
            """
            partition_router: {type: ListPartitionRouter, values: [a, b], cursor_field: x}
            """)
        .read();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: Bearer} | PT1H | 1 | Authorization | Bearer s-1",
        "{type: Bearer} |      | 4 | Authorization | Bearer s-1",
        "{type: ApiKey, inject_into: {type: RequestOption, inject_into: header, field_name: X-S}} |"
            + " P1D | 1  | X-S | s-1",
        "{type: ApiKey, inject_into: {type: RequestOption, inject_into: header, field_name: X-S}} |"
            + "     | 12 | X-S | s-1",
        "{type: ApiKey, api_token: 'SID {{ session_token }}', inject_into: {type: RequestOption,"
            + " inject_into: header, field_name: X-S}} | P1M | 1 | X-S | SID s-1",
      })
  void aTokenGoesIntoAHeader(
      String authentication, String life, int logins, String header, String value) {
    String rest =
        "request_authentication: "
            + authentication
            + (life == null ? "" : "\nexpiration_duration: " + life);
    try (Api api = Api.answering(with("{\"data\": {\"first\": {\"token\": \"s-1\"}}}"))) {
      assertThat(read(api, rest).rows()).hasSize(2);
      assertThat(logins(api)).isEqualTo(logins);
      assertThat(api.asked().getFirst().body()).isEqualTo("{\"user\": \"ann\"}");
      assertThat(api.asked().getLast().header(header)).isEqualTo(value);
    }
  }

  @Test
  void aTokenGoesIntoAParameterAndReadsAsANumber() {
    String rest =
        """
        request_authentication:
          type: ApiKey
          inject_into: {type: RequestOption, inject_into: request_parameter, field_name: sid}
        """;
    try (Api api = Api.answering(with("[{\"data\": [{\"token\": \"1e2\"}]}, 2]"))) {
      read(api, rest);
      assertThat(api.asked().getLast().target()).isEqualTo("/items?sid=100.0");
      assertThat(logins(api)).isEqualTo(2);
    }
  }

  @Test
  void aLoginMayAnswerInXml() {
    String rest = "request_authentication: {type: Bearer}\ndecoder: {type: XmlDecoder}";
    try (Api api = Api.answering(with("<data><first><token>s-9</token></first></data>"))) {
      read(api, rest);
      assertThat(api.asked().getLast().header("Authorization")).isEqualTo("Bearer s-9");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}", "[]", "not json of s3cret", "{\"data\": {\"x\": {\"token\": null}}}"})
  void aLoginWithoutATokenIsAnError(String answer) {
    try (Api api = Api.answering(with(answer))) {
      assertThatThrownBy(() -> read(api, "request_authentication: {type: Bearer}"))
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.code()).isEqualTo("auth.session-token");
                assertThat(error.describe()).doesNotContain("s3cret");
              });
    }
  }

  private static final String LEGACY =
      """
      url_base: "{{ config['api'] }}"
      path: items
      authenticator:
        type: LegacySessionTokenAuthenticator
        header: X-Session
        login_url: /login
        validate_session_url: /check
        session_token: "{{ config.get('session', '') }}"
        session_token_response_key: id
        username: "{{ config.get('user', '') }}"
        password: "{{ config.get('password', '') }}"
      """;

  private static Function<Asked, Answered> legacy(int statusOfCheck) {
    return asked ->
        switch (asked.target()) {
          case "/check" -> Answered.status(statusOfCheck);
          case "/login" -> Answered.json("{\"id\": 77}");
          default -> Answered.json("[{\"id\": 1}]");
        };
  }

  @Test
  void aGivenSessionIsAskedAboutBeforeItIsUsed() {
    try (Api api = Api.answering(legacy(200))) {
      new Reading(api).requester(LEGACY).config("session", "given").read();
      assertThat(api.asked().stream().map(Asked::target).toList())
          .containsExactly("/check", "/check", "/items");
      assertThat(api.asked().getFirst().header("X-Session")).isEqualTo("given");
      assertThat(api.asked().getLast().header("X-Session")).isEqualTo("given");
    }
  }

  @Test
  void aLoginTakesThePlaceOfASessionThatIsOver() {
    try (Api api = Api.answering(legacy(401))) {
      new Reading(api)
          .requester(LEGACY)
          .config("session", "over")
          .config("user", "ann")
          .config("password", 5L)
          .read();
      assertThat(api.asked().stream().map(Asked::target).toList())
          .containsExactly("/check", "/login", "/check", "/items");
      assertThat(api.asked().get(1).body()).isEqualTo("{\"username\": \"ann\", \"password\": 5}");
      assertThat(api.asked().getLast().header("X-Session")).isEqualTo("77");
    }
  }

  @ParameterizedTest
  @CsvSource({"401, no user and password", "500, HTTP 500"})
  void withoutASessionThereIsAnError(int status, String told) {
    try (Api api = Api.answering(legacy(status))) {
      Reading reading = new Reading(api).requester(LEGACY).config("session", "s3cret");
      assertThatThrownBy(reading::read)
          .hasMessageContaining(told)
          .hasMessageNotContaining("s3cret");
    }
  }

  private static final String SELECTIVE =
      """
      authenticator:
        type: SelectiveAuthenticator
        authenticator_selection_path: [login, kind]
        authenticators:
          "True": {type: BearerAuthenticator, api_token: "{{ config['key'] }}"}
          basic: {type: BasicHttpAuthenticator, username: "1e5", password: a:b}
          none: {type: NoAuth}
      """;

  @ParameterizedTest
  @CsvSource({"true, Bearer 0_7", "basic, Basic MTAwMDAwLjA6YTpi", "none,"})
  void theConfigurationChooses(String kind, String header) {
    try (Api api = Api.answering(asked -> Answered.json("[]"))) {
      new Reading(api)
          .requester(SELECTIVE)
          .config("login", java.util.Map.of("kind", kind.equals("true") ? (Object) true : kind))
          .config("key", "0_7")
          .read();
      assertThat(api.asked().getFirst().header("Authorization")).isEqualTo(header);
    }
  }

  @Test
  void aChoiceOfNothingIsAnError() {
    try (Api api = Api.answering(asked -> Answered.json("[]"))) {
      for (Object login : List.of(java.util.Map.of(), java.util.Map.of("kind", "other"))) {
        Reading reading = new Reading(api).requester(SELECTIVE).config("login", login);
        assertThatThrownBy(reading::read)
            .isInstanceOfSatisfying(
                GodwitException.class,
                error -> assertThat(error.describe()).contains("login.kind", "True, basic, none"));
      }
    }
  }
}
