package dev.godwit.session.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final String SECRET = "canary/+ \"é\" 42";

  private static Redaction redaction() {
    Redaction redaction = new Redaction();
    redaction.add(SECRET, "redacted.key");
    return redaction;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<String> spellings() {
    String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        "key " + SECRET + " end",
        "?a=" + encoded + "&b=1",
        "?a=" + encoded.replace("+", "%20"),
        "{\"a\":\"canary/+ \\\"é\\\" 42\"}",
        "{\"a\":\"canary\\/+ \\\"é\\\" 42\"}",
        "Basic " + base64(SECRET + ":"),
        "Basic " + base64("ann:" + SECRET),
        "Basic " + base64("annie:" + SECRET + " and more"),
        "?auth=" + URLEncoder.encode(base64("me:" + SECRET), StandardCharsets.UTF_8),
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(("m:" + SECRET).getBytes(StandardCharsets.UTF_8)),
        HexFormat.of().formatHex(bytes),
        HexFormat.of().withUpperCase().formatHex(bytes));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void noSpellingIsLeftAndTheScanWouldHaveSeenIt(String text) {
    Redaction redaction = redaction();
    String clean = redaction.text(text);

    assertThat(redaction.firstIn(text)).isNotNull();
    assertThat(redaction.firstIn(clean)).isNull();
    assertThat(clean).isNotEqualTo(text);
  }

  @Test
  void basicCredentialsAreThoseOfThePlaceholder() {
    assertThat(redaction().text(base64("ann:" + SECRET))).isEqualTo(base64("ann:redacted.key"));
  }

  @Test
  void ofSecretsInsideOthersTheLongestIsReplaced() {
    Redaction redaction = new Redaction();
    redaction.add("abcd", "redacted.short");
    redaction.add("abcdefgh", "redacted.long");

    assertThat(redaction.text("abcdefgh abcd")).isEqualTo("redacted.long redacted.short");
  }

  @Test
  void jsonChangesOnlyWhereSecretsAre() {
    Redaction redaction = new Redaction();
    redaction.add("981273", "redacted.pin");

    assertThat(
            redaction.json("{\"a\": 981273, \"b\": 1.50, \"c\": \"x981273\", \"d\": \"\\u00e9\"}"))
        .isEqualTo(
            "{\"a\": \"redacted.pin\", \"b\": 1.50, \"c\": \"xredacted.pin\", \"d\": \"\\u00e9\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_token",
        "accessToken",
        "refresh-token",
        "token",
        "sessionToken",
        "client_secret",
        "password",
        "X_API_KEY",
        "apikey",
        "private_key"
      })
  void namesTellSecrets(String name) {
    assertThat(new SecretNames(Set.of()).isField(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"next_page_token", "token_type", "id", "key", "tokens_used", "password_hash"})
  void otherNamesDoNot(String name) {
    assertThat(new SecretNames(Set.of()).isField(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKIAIOSFODNN7EXAMPLE",
        "-----BEGIN RSA PRIVATE KEY-----",
        "https://ann:hunter2@db.example/x",
        "xoxb-1234567890-abcdef"
      })
  void whatLooksLikeASecretIsFound(String text) {
    assertThatThrownBy(() -> new SecretScan(new Redaction()).require("streams:\n- note: " + text))
        .hasMessageContaining("line 2")
        .hasMessageNotContaining(text);
  }

  @Test
  void aPlaceholderOfAKeyBecomesAKeyOfNobodys() {
    Map<String, Object> filled =
        Map.copyOf(PrivateKeyText.filledIn(Map.of("key", "redacted.key.key-EC", "id", "me")));

    assertThat(filled.get("key").toString()).startsWith("-----BEGIN PRIVATE KEY-----");
    assertThat(filled).containsEntry("id", "me");
  }
}
