package dev.godwit.manifest.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Recorded;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Tokens are signed as the reference signs them. The keys were made for these tests and open
/// nothing.
class JwtTest {
  private static final Map<String, String> CONFIG = Map.of("k", "s3");

  private static String token(String yaml, Map<String, ? extends @Nullable Object> config) {
    String typed =
        yaml.startsWith("{")
            ? "{type: JwtAuthenticator, " + yaml.substring(1)
            : "type: JwtAuthenticator\n" + yaml;
    try (Api api = Api.answering(asked -> Answered.status(404));
        Guarded guarded = new Guarded(api, typed, config)) {
      return guarded.authorization();
    }
  }

  @Test
  void aSecretSigns() {
    assertThat(token("{algorithm: HS256, secret_key: \"{{ config['k'] }}\"}", CONFIG))
        .isEqualTo(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3MTAwNzIwMDAsImV4cCI6MTcxMDA3MzIwMCwibmJmIjoxNzEwMDcyMDAwfQ.Gm7BpxTr3OrLZVb4mwQyZR2Y8d05l8bQ9zsQwFIhSvI");
  }

  @Test
  void aSecretCanBeEncodedAndATokenHaveAPrefix() {
    assertThat(
            token(
                "{algorithm: HS384, secret_key: plain, base64_encode_secret_key: true,"
                    + " header_prefix: Token}",
                CONFIG))
        .isEqualTo(
            "Token"
                + " eyJhbGciOiJIUzM4NCIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3MTAwNzIwMDAsImV4cCI6MTcxMDA3MzIwMCwibmJmIjoxNzEwMDcyMDAwfQ.NTLN52c85_o8_DXfpLc4SvqlWGemWh7N0YOwwz2x_ucQ2Fi-Ol2-SqYvjYU2HDj3");
  }

  @Test
  void headersAndClaimsKeepTheirTypes() {
    String yaml =
        """
        algorithm: HS512
        secret_key: "ü{{ config.k }}"
        jwt_headers: {kid: a, typ: "{{ '' }}", cty: c}
        jwt_payload: {aud: "{{ ['x','y'] }}", sub: "{{ 5 }}"}
        additional_jwt_headers: {z: "{{ 1 }}", b: {q: 1, a: "{{ 2 }}"}}
        additional_jwt_payload: {n: "ä{{ config.k }}", l: [1, "{{ 3 }}"], e: "{{ '' }}", f: 1.0, t: true}
        """;
    assertThat(token(yaml, CONFIG))
        .isEqualTo(
            "eyJhbGciOiJIUzUxMiIsImIiOnsiYSI6Int7IDIgfX0iLCJxIjoxfSwiY3R5IjoiYyIsImtpZCI6ImEiLCJ6IjoxfQ.eyJuIjoiXHUwMGU0czMiLCJsIjpbMSwie3sgMyB9fSJdLCJlIjpudWxsLCJmIjoxLjAsInQiOnRydWUsInN1YiI6NSwiYXVkIjpbIngiLCJ5Il0sImlhdCI6MTcxMDA3MjAwMCwiZXhwIjoxNzEwMDczMjAwLCJuYmYiOjE3MTAwNzIwMDB9._hiiDDLM8OfRYzuY6unAm0qNi_cXnVyZAp8YE-FHnItfEyPlyAdFwRXsu8mPcBlZs1wXzy91ORNUElyl5iszRA");
  }

  static List<List<@Nullable Object>> keys() {
    return Recorded.table(JwtTest.class, "keys.json", "keys");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyFormOfAKeySigns(List<String> row) throws GeneralSecurityException {
    String algorithm = row.get(0);
    Map<String, String> config = new HashMap<>();
    config.put("key", row.get(2));
    config.put("phrase", row.get(3));
    String yaml =
        """
        algorithm: %s
        secret_key: "{{ config['key'] }}"
        passphrase: "{{ config['phrase'] }}"
        jwt_payload: {iss: me}
        """
            .formatted(algorithm);
    String token = token(yaml, config);
    if (!row.get(5).isEmpty()) {
      assertThat(token).isEqualTo(row.get(5));
    }
    int dot = token.lastIndexOf('.');
    Signature check = verifier(algorithm);
    check.initVerify(publicKey(algorithm, row.get(4)));
    check.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
    assertThat(check.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)))).isTrue();
  }

  private static Signature verifier(String algorithm) throws GeneralSecurityException {
    String bits = algorithm.substring(2);
    return switch (algorithm.substring(0, 2)) {
      case "RS" -> Signature.getInstance("SHA" + bits + "withRSA");
      case "ES" -> Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
      case "PS" -> {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        String hash = "SHA-" + bits;
        pss.setParameter(
            new PSSParameterSpec(
                hash, "MGF1", new MGF1ParameterSpec(hash), Integer.parseInt(bits) / 8, 1));
        yield pss;
      }
      default -> Signature.getInstance("EdDSA");
    };
  }

  private static PublicKey publicKey(String algorithm, String der) throws GeneralSecurityException {
    String kind =
        switch (algorithm.charAt(0)) {
          case 'R', 'P' -> "RSA";
          default -> algorithm.startsWith("ES") ? "EC" : "EdDSA";
        };
    return KeyFactory.getInstance(kind)
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(der)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "algorithm: RS256, secret_key: top-secret                              | no private key",
        "algorithm: HS256, secret_key: ''                                      | empty",
        "algorithm: HS256, secret_key: '-----BEGIN top-secret'                 | another kind",
        "algorithm: HS256, secret_key: '{{ 5 }}'                               | else than text",
        "algorithm: ES256K, secret_key: top-secret                             | ES256K",
        "algorithm: HS256, secret_key: top-secret, additional_jwt_headers: {kid: a} | 'kid'",
        "algorithm: HS256, secret_key: top-secret, additional_jwt_payload: {exp: 1} | 'exp'",
        "algorithm: HS256, secret_key: top-secret, jwt_headers: {kid: '{{ 1 }}'}  | 'kid'",
        "algorithm: HS256, secret_key: top-secret, jwt_payload: {iss: '{{ 1 }}'}  | 'iss'",
      })
  void whatCannotBeSignedIsToldWithoutTheSecret(String yaml, String told) {
    assertThatThrownBy(() -> token("{" + yaml + "}", CONFIG))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.describe()).contains(told).doesNotContain("top-secret");
              assertThat(error.getCause()).isNull();
            });
  }

  @Test
  void aWrongPassphraseIsToldWithoutIt() {
    List<@Nullable Object> encrypted =
        keys().stream().filter(row -> !"".equals(row.get(3))).findFirst().orElseThrow();
    Map<String, @Nullable Object> config = new HashMap<>();
    config.put("key", encrypted.get(2));
    String yaml = "algorithm: RS256\nsecret_key: \"{{ config['key'] }}\"\n";
    assertThatThrownBy(() -> token(yaml + "passphrase: guess\n", config))
        .hasMessageContaining("cannot be decrypted")
        .hasMessageNotContaining("guess")
        .hasNoCause();
    assertThatThrownBy(() -> token(yaml, config)).hasMessageContaining("needs a passphrase");
    assertThatThrownBy(() ->
            token(
                "algorithm: RS256\npassphrase: guess\nsecret_key: |\n"
                    + String.valueOf(keys().getFirst().get(2)).indent(2),
                config))
        .hasMessageContaining("is not encrypted");
  }

  @Test
  void aSignedTokenIsExchangedForAnother() {
    String yaml =
        """
        type: OAuthAuthenticator
        token_refresh_endpoint: API/token
        use_profile_assertion: true
        profile_assertion: {type: JwtAuthenticator, algorithm: HS256, secret_key: "{{ config['k'] }}"}
        """;
    try (Api api = Api.answering(asked -> Answered.json("{\"access_token\": \"t-1\"}"));
        Guarded guarded = new Guarded(api, yaml, CONFIG)) {
      assertThat(guarded.authorization()).isEqualTo("Bearer t-1");
      assertThat(api.asked().getFirst().body())
          .isEqualTo(
              "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                  + token("{algorithm: HS256, secret_key: s3}", CONFIG));
    }
  }
}
