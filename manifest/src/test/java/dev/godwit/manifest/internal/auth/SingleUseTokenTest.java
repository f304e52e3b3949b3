package dev.godwit.manifest.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Refresh tokens that can be used once go back into the configuration.
class SingleUseTokenTest {
  private static final String YAML =
      """
      type: OAuthAuthenticator
      token_refresh_endpoint: API/token
      client_id: of the manifest
      client_secret: "{{ config['other'] }}"
      refresh_token: ignored
      refresh_token_updater: {}
      """;

  private static Map<String, @Nullable Object> config(Object... credentials) {
    Map<String, @Nullable Object> inner = new LinkedHashMap<>();
    for (int i = 0; i < credentials.length; i += 2) {
      inner.put(credentials[i].toString(), credentials[i + 1]);
    }
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("credentials", inner);
    config.put("other", "of the configuration");
    return config;
  }

  private static Answered answer(int number) {
    return Answered.json(
        "{\"access_token\": \"a-%d\", \"refresh_token\": \"r-%d\", \"expires_in\": 60}"
            .formatted(number, number));
  }

  @Test
  void theNewTokenIsKeptAndUsedNext() {
    try (Api api = Api.answering(Api.inTurn(answer(1), answer(2)));
        Guarded guarded =
            new Guarded(api, YAML, config("client_id", "c", "refresh_token", "r-0", "x", 1L))) {
      assertThat(guarded.authorization()).isEqualTo("Bearer a-1");
      assertThat(guarded.kept)
          .containsExactly(
              config(
                  "client_id",
                  "c",
                  "refresh_token",
                  "r-1",
                  "x",
                  1L,
                  "access_token",
                  "a-1",
                  "token_expiry_date",
                  "2024-03-10T12:01:00+00:00"));
      assertThat(guarded.config.current()).isEqualTo(guarded.kept.getFirst());
      guarded.now = Guarded.NOW.plusSeconds(61);
      assertThat(guarded.authorization()).isEqualTo("Bearer a-2");
      assertThat(api.asked().get(1).body())
          .isEqualTo(
              "grant_type=refresh_token&client_id=c&client_secret=of+the+configuration&refresh_token=r-1");
      assertThat(guarded.kept).hasSize(2);
    }
  }

  @Test
  void aTokenThatStillCountsIsUsed() {
    try (Api api = Api.answering(asked -> answer(1));
        Guarded guarded =
            new Guarded(
                api,
                YAML,
                config(
                    "refresh_token",
                    "r-0",
                    "access_token",
                    "a-0",
                    "token_expiry_date",
                    "2024-03-10T12:00:00+00:00"))) {
      assertThat(guarded.authorization()).isEqualTo("Bearer a-0");
      assertThat(api.asked()).isEmpty();
    }
  }

  @Test
  void anAnswerWithoutARefreshTokenLeavesTheOldOne() {
    try (Api api = Api.answering(asked -> Answered.json("{\"access_token\": \"a-1\"}"));
        Guarded guarded = new Guarded(api, YAML, config("refresh_token", "r-0"))) {
      assertThat(guarded.authorization()).isEqualTo("Bearer a-1");
      assertThat(guarded.kept)
          .containsExactly(
              config(
                  "refresh_token",
                  "r-0",
                  "access_token",
                  "a-1",
                  "token_expiry_date",
                  "2024-03-10T13:00:00+00:00"));
    }
  }

  @Test
  void thePathsMayLieAnywhere() {
    String updater =
        """
        {refresh_token_name: renewal, access_token_config_path: [access],
          refresh_token_config_path: [deep, er, token], token_expiry_date_config_path: [deep, until]}\
        """;
    String yaml = YAML.replace("{}", updater);
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("deep", Map.of("er", Map.of("token", "r-0"), "until", ""));
    try (Api api =
            Api.answering(asked ->
                Answered.json(
                    "{\"access_token\": \"a-1\", \"renewal\": \"r-1\", \"expires_in\": 1}"));
        Guarded guarded = new Guarded(api, yaml, config)) {
      assertThat(guarded.authorization()).isEqualTo("Bearer a-1");
      assertThat(api.asked().getFirst().body()).endsWith("&renewal=r-0");
      assertThat(guarded.kept)
          .containsExactly(
              Map.of(
                  "deep",
                  Map.of("er", Map.of("token", "r-1"), "until", "2024-03-10T12:00:01+00:00"),
                  "access",
                  "a-1"));
    }
  }
}
