package dev.godwit.manifest.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Source;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import dev.godwit.manifest.internal.Reading;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever goes wrong, no error, no log line, no cause and no check tells a secret: not when the
/// API repeats what it was sent, not when it answers nonsense, not when addresses are broken.
class SecretsStaySecretTest {
  private static final String SECRET = "p4ss/w0rd of the user";
  private static final String TOKEN = "t0ken-that-was-fetched";
  private static final List<String> HIDDEN =
      List.of(
          SECRET,
          "p4ss%2Fw0rd+of+the+user",
          TOKEN,
          Base64.getEncoder().encodeToString(("me:" + SECRET).getBytes(StandardCharsets.UTF_8)));

  private static final String OAUTH =
      "authenticator: {type: OAuthAuthenticator, token_refresh_endpoint: \"{{ config['api']"
          + " }}/token\", client_id: me, client_secret: \"{{ config['secret'] }}\", refresh_token:"
          + " \"{{ config['secret'] }}\"}";

  /// Repeats everything it was sent.
  private static Answered echo(Asked asked, int status) {
    String said =
        "%s %s %s %s %s"
            .formatted(asked.method(), asked.target(), asked.headers(), asked.body(), SECRET)
            .replace("\\", "\\\\")
            .replace("\"", "\\\"");
    return Answered.status(status).body("{\"error\": \"" + said + "\", \"x\": \"" + TOKEN + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | authenticator: {type: BearerAuthenticator, api_token: \"{{ config['secret'] }}\"}",
        "401 | authenticator: {type: BasicHttpAuthenticator, username: me, password: \"{{"
            + " config['secret'] }}\"}",
        "500 | authenticator: {type: ApiKeyAuthenticator, api_token: \"{{ config['secret'] }}\","
            + " inject_into: {type: RequestOption, inject_into: request_parameter, field_name:"
            + " key}}",
        "403 | OAUTH",
        "418 | OAUTH",
        "400 | request_parameters: {key: \"{{ config['secret'] }}\"}",
        "400 | path: \"items/{{ config['secret'] }}\"",
        "400 | url_base: \"{{ config['secret'] }}\"",
        "400 | url_base: \"http://127.0.0.1:1/{{ config['secret'] }}\"",
        "400 | url_base: \"http://no such host {{ config['secret'] }}/\"",
        "400 | url_base: \"https://[{{ config['secret'] }}/\"",
        "400 | request_body_json: \"{{ config['secret'] }}\"",
        "400 | request_headers: {X-Key: \"{{ config['secret'] | int + 'a' }}\"}",
        "400 | error_handler: {type: DefaultErrorHandler, response_filters: [{type:"
            + " HttpResponseFilter, http_codes: [400], action: FAIL, error_message: \"{{"
            + " response.error }} {{ config['secret'] }}\"}]}",
        "400 | error_handler: {type: DefaultErrorHandler, response_filters: [{type:"
            + " HttpResponseFilter, http_codes: [400], action: RETRY, error_message: \"{{"
            + " response.error }} {{ config['secret'] }}\"}]}",
        "400 | authenticator: {type: JwtAuthenticator, algorithm: RS256, secret_key: \"{{"
            + " config['secret'] }}\"}",
        "400 | authenticator: {type: JwtAuthenticator, algorithm: HS256, secret_key: \"{{"
            + " config['secret'] }}\", kid: 5}",
        "400 | authenticator: {type: LegacySessionTokenAuthenticator, header: X, login_url: /token,"
            + " validate_session_url: /token, session_token: \"{{ config['secret'] }}\","
            + " session_token_response_key: id, username: me, password: \"{{ config['secret']"
            + " }}\"}",
        "401 | authenticator: {type: SessionTokenAuthenticator, login_requester: {type:"
            + " HttpRequester, url_base: \"{{ config['api'] }}\", path: token, http_method: POST,"
            + " request_body_json: {p: \"{{ config['secret'] }}\"}}, session_token_path:"
            + " [access_token], request_authentication: {type: Bearer}}",
        "400 | authenticator: {type: SelectiveAuthenticator, authenticator_selection_path:"
            + " [secret], authenticators: {a: {type: NoAuth}}}",
      })
  void noFailureTellsASecret(int status, String requester) {
    try (Api api =
        Api.answering(asked ->
            asked.target().startsWith("/token") && status != 418
                ? Answered.json("{\"access_token\": \"" + TOKEN + "\"}")
                : echo(asked, status))) {
      Reading reading =
          new Reading(api)
              .requester(requester.replace("OAUTH", OAUTH))
              .source(
                  "spec: {type: Spec, connection_specification: {type: object, properties: {secret:"
                      + " {type: string, airbyte_secret: true}}}}")
              .config("secret", SECRET);
      String told = told(catchThrowable(reading::read)) + reading.log();
      String problem = problem(reading);
      assertThat(HIDDEN).noneMatch(told::contains).noneMatch(problem::contains);
      assertThat(told + problem).contains("Exception");
    }
  }

  private static String problem(Reading reading) {
    try (Source source = reading.open()) {
      CheckResult result = source.check();
      return String.valueOf(result.problem()) + reading.log();
    } catch (RuntimeException e) {
      return told(e);
    }
  }

  private static String told(@Nullable Throwable error) {
    StringWriter text = new StringWriter();
    if (error != null) {
      error.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}
