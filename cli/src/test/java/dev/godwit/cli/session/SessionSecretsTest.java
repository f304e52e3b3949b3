package dev.godwit.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.core.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing secret reaches a session, however it is written.
class SessionSecretsTest {
  private static final String SECRET = "{type: string, airbyte_secret: true}";

  @TempDir private Path folder;
  private TapedApi api;

  @BeforeEach
  void open() throws IOException {
    api = new TapedApi(folder);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private static void assertFree(String text, String... secrets) {
    for (String secret : secrets) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      List<String> spellings =
          new ArrayList<>(
              List.of(
                  secret,
                  URLEncoder.encode(secret, StandardCharsets.UTF_8),
                  HexFormat.of().formatHex(bytes),
                  Base64.getEncoder().withoutPadding().encodeToString(bytes)));
      assertThat(spellings).noneMatch(text::contains);
    }
  }

  @Test
  void tokensThatWereFetchedAreReplacedLikeThoseOfTheConfiguration() throws IOException {
    api.serve(
            "/token",
            request -> {
              String form =
                  new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
              assertThat(form).contains("canary-client-secret", "canary-refresh-1");
              return TapedApi.Reply.json(
                  """
                  {"access_token": "canary-access-1", "expires_in": 3600,
                   "refresh_token": "canary-refresh-2"}
                  """);
            })
        .serve(
            "/birds",
            request ->
                "Bearer canary-access-1"
                        .equals(request.getRequestHeaders().getFirst("Authorization"))
                    ? TapedApi.Reply.json("[{\"id\": 1, \"seen_by\": \"canary-access-1\"}]")
                    : new TapedApi.Reply(401, Map.of(), new byte[0]));
    String authenticator =
        """
        , authenticator: {type: OAuthAuthenticator, \
        token_refresh_endpoint: "{{ config['url'] }}/token", client_id: me, \
        client_secret: "{{ config['client_secret'] }}", \
        refresh_token: "{{ config['refresh_token'] }}"}\
        """;
    String spec = "client_secret: %s, refresh_token: %s".formatted(SECRET, SECRET);
    api.write("api.yaml", TapedApi.manifest(authenticator, spec, "birds"));

    Captured recorded =
        api.record(
            "--set",
            "client_secret=canary-client-secret",
            "--set",
            "refresh_token=canary-refresh-1");

    assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    assertFree(
        api.session(),
        "canary-client-secret",
        "canary-refresh-1",
        "canary-refresh-2",
        "canary-access-1");
    assertThat(api.session())
        .contains("redacted.client_secret", "redacted.access_token.1", "Bearer redacted");
    Captured tested = api.testOffline();
    assertThat(tested.exitCode()).as(tested.out() + tested.err()).isZero();
  }

  @Test
  void passwordsAreFoundInAddressesBodiesAndBasicCredentials() throws IOException {
    String password = "p@ss/wörd+ 7\"é";
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("ann:" + password).getBytes(StandardCharsets.UTF_8));
    api.serve(
        "/birds",
        request -> {
          assertThat(request.getRequestHeaders().getFirst("Authorization")).isEqualTo(basic);
          return TapedApi.Reply.json(
              "[{\"id\": 1, \"echo\": \"%s\", \"query\": \"%s\"}]"
                  .formatted(basic, request.getRequestURI().getRawQuery()));
        });
    String requester =
        """
        , request_parameters: {also: "{{ config['password'] }}"}, \
        authenticator: {type: BasicHttpAuthenticator, username: ann, \
        password: "{{ config['password'] }}"}\
        """;
    api.write("api.yaml", TapedApi.manifest(requester, "password: " + SECRET, "birds"));
    api.write("config.json", "{\"password\": \"" + password.replace("\"", "\\\"") + "\"}");

    Captured recorded = api.record("--config", "config.json");

    assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    assertFree(api.session(), password, "ann:" + password);
    assertThat(api.session()).doesNotContain(basic).contains("also=redacted.password");
    assertThat(api.testOffline().exitCode()).isZero();
  }

  @Test
  void sessionTokensAreKnownWhateverTheyAreCalled() throws IOException {
    api.serve("/login", request -> TapedApi.Reply.json("{\"id\": \"canary-of-a-session\"}"))
        .serve(
            "/birds",
            request -> {
              assertThat(request.getRequestURI().getQuery()).isEqualTo("who=canary-of-a-session");
              return TapedApi.Reply.json("[{\"id\": 1}]");
            });
    String requester =
        """
        , authenticator: {type: SessionTokenAuthenticator, login_requester: \
        {type: HttpRequester, url_base: "{{ config['url'] }}", path: /login, http_method: POST}, \
        session_token_path: [id], request_authentication: {type: ApiKey, inject_into: \
        {type: RequestOption, inject_into: request_parameter, field_name: who}}}\
        """;
    api.write("api.yaml", TapedApi.manifest(requester, "url: {type: string}", "birds"));

    Captured recorded = api.record();

    assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    assertFree(api.session(), "canary-of-a-session");
    assertThat(api.testOffline().exitCode()).isZero();
  }

  @Test
  void tokensOfPagesInHeadersAreSentAgain() throws IOException {
    api.serve(
        "/birds",
        request ->
            request.getRequestURI().getRawQuery() == null
                ? new TapedApi.Reply(
                    200,
                    Map.of("X-Next-Page-Token", "page-two-2"),
                    "[{\"id\": 1}]".getBytes(StandardCharsets.UTF_8))
                : TapedApi.Reply.json("[{\"id\": 2}]"));
    api.write(
        "api.yaml",
        TapedApi.manifest("", "url: {type: string}", "birds")
            .replace(
                "    record_selector:",
                """
                    paginator:
                      type: DefaultPaginator
                      page_token_option:
                        {type: RequestOption, inject_into: request_parameter, field_name: at}
                      pagination_strategy:
                        type: CursorPagination
                        cursor_value: "{{ headers['X-next-page-token'] }}"
                        stop_condition: "{{ not headers.get('X-next-page-token') }}"
                    record_selector:\
                """));

    Captured recorded = api.record();

    assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    assertThat(api.session()).contains("at=page-two-2");
    assertThat(api.testOffline().exitCode()).isZero();
  }

  @Test
  void aPrivateKeyIsReplacedByOneOfNobodys() throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    String encoded =
        Base64.getEncoder().encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
    String pem = "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n";
    api.serve(
        "/birds",
        request ->
            TapedApi.Reply.json(
                "[{\"id\": 1, \"signed\": %b}]"
                    .formatted(
                        request.getRequestHeaders().getFirst("Authorization").startsWith("eyJ"))));
    String requester =
        """
        , authenticator: {type: JwtAuthenticator, secret_key: "{{ config['pem'] }}", \
        algorithm: RS256}\
        """;
    api.write("api.yaml", TapedApi.manifest(requester, "pem: " + SECRET, "birds"));
    api.write("config.json", JsonWriter.text(Map.of("pem", pem)));

    Captured recorded = api.record("--config", "config.json");

    assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    assertFree(api.session(), encoded);
    assertThat(api.session()).contains("pem: redacted.pem.key-RSA", "\"signed\": true");
    assertThat(api.testOffline().exitCode()).isZero();
  }

  @Test
  void cookiesAndSignedTokensAreNotKept() throws IOException {
    String signed = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlLXRoYXQtY291bnRz";
    api.serve(
        "/birds",
        request ->
            new TapedApi.Reply(
                200,
                Map.of("Set-Cookie", "sid=canary-cookie; Path=/"),
                "[{\"id\": 1, \"link\": \"/x?t=%s\"}]"
                    .formatted(signed)
                    .getBytes(StandardCharsets.UTF_8)));
    api.write("api.yaml", TapedApi.manifest("", "url: {type: string}", "birds"));

    Captured recorded = api.record();

    assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    assertFree(api.session(), "canary-cookie", signed);
    assertThat(api.testOffline().exitCode()).isZero();
  }

  @Test
  void aSessionThatHasWhatLooksLikeASecretIsNotKept() throws IOException {
    String token = "ghp_" + "a1B2c3D4e5".repeat(4);
    api.serve(
        "/birds", request -> TapedApi.Reply.json("[{\"id\": 1, \"note\": \"" + token + "\"}]"));
    api.write("api.yaml", TapedApi.manifest("", "url: {type: string}", "birds"));

    Captured refused = api.record();

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("a token of GitHub", "streams[birds].exchanges.answer.json", "--redact")
        .doesNotContain(token);
    assertThat(Files.exists(api.file("api.session.yaml"))).isFalse();

    assertThat(api.record("--redact", "note").exitCode()).isZero();
    assertFree(api.session(), token);
    assertThat(api.testOffline().exitCode()).isZero();
  }

  @Test
  void aSecretInsideAnArchiveKeepsTheSessionFromBeingWritten() throws IOException {
    api.serve(
        "/birds",
        request ->
            new TapedApi.Reply(200, Map.of(), zip("[{\"id\": 1, \"k\": \"canary-key-12\"}]")));
    api.write(
        "api.yaml",
        TapedApi.manifest("", "api_key: " + SECRET, "birds")
            .replace(
                "    record_selector:",
                "    decoder: {type: ZipfileDecoder, decoder: {type: JsonDecoder}}\n    record_selector:"));

    Captured refused = api.record("--set", "api_key=canary-key-12");

    assertThat(refused.exitCode()).as(refused.out()).isEqualTo(2);
    assertThat(refused.err()).contains("redacted.api_key").doesNotContain("canary-key-12");
    assertThat(Files.exists(api.file("api.session.yaml"))).isFalse();
  }

  private static byte[] zip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("birds.json"));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aSecretTooShortToBeToldFromOtherTextIsRefusedBeforeAnyRequest() throws IOException {
    api.serve("/birds", request -> TapedApi.Reply.json("[]"));
    api.write("api.yaml", TapedApi.manifest("", "pin: " + SECRET, "birds"));

    Captured refused = api.record("--set", "pin=abc");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("pin").doesNotContain("abc ");
    assertThat(api.asked()).isZero();
  }

  @Test
  void aPlaceholderFitsAPatternOfTheSpec() throws IOException {
    api.serve("/birds", request -> TapedApi.Reply.json("[{\"id\": 1}]"));
    String requester = ", request_parameters: {key: \"{{ config['api_key'] }}\"}";
    api.write(
        "api.yaml",
        TapedApi.manifest(
            requester,
            "api_key: {type: string, airbyte_secret: true, pattern: \"^[a-z0-9]{12}-[0-9]{3}$\"}",
            "birds"));

    assertThat(api.record("--set", "api_key=a1b2c3d4e5f6-789").exitCode()).isZero();

    assertFree(api.session(), "a1b2c3d4e5f6-789");
    assertThat(api.testOffline().exitCode()).isZero();
  }
}
