package dev.godwit.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.rule.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Digests and ciphertexts beside Java's own.
class MaskTest {
  private static final String OPEN = "{'properties': {'v': {}}}";

  /// What becomes of the JSON of a value.
  private static Object masked(Map<String, ?> rule, String json) {
    Mappings mappings = Mappings.read(List.of(rule), _ -> null);
    String row = "{\"v\":" + json + "}";
    Object mapped =
        JsonParser.LENIENT.parse(
            Mapper.texts(
                    Mapper.map(
                        mappings.forStream(Mapper.plain(OPEN)), Mapper.exactBatch(List.of(row))))
                .getFirst());
    return ((Map<?, ?>) mapped).get("v");
  }

  private static Object hash(String json) {
    return masked(Map.of("hash", Map.of("field", "v", "key", Mapper.KEY)), json);
  }

  private static String hmac(String algorithm, String text) throws Exception {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(Mapper.KEY.getBytes(StandardCharsets.UTF_8), algorithm));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"jane@shop.example\" | jane@shop.example",
        "\"\" | ``",
        "\"M\\u00fcller\" | Müller",
        "\"Müller\" | Müller",
        "\"a\\/b\\\\c \\\"ä\\\"\" | a/b\\c \"ä\"",
        "\"\\/\" | /",
        "7 | 7",
        "7.0 | 7",
        "7e0 | 7",
        "-0 | 0",
        "0.10 | 0.1",
        "-0.0 | 0",
        "-0.50 | -0.5",
        "100.00 | 100",
        "1.5e1 | 15",
        "0.00000000000000000000000000000000000000000000000001 | 1e-50",
        "12345678901234567890123.5 | 12345678901234567890123.5",
        "1e100 | 1e100",
        "true | true",
        "{\"b\":1.0,\"a\":[1,\"x\\u0041\",null]} | {\"a\":[1,\"xA\",null],\"b\":1}",
        "[] | []"
      })
  void hashesTheValueAndNotHowItIsWritten(String json, String hashed) throws Exception {
    assertThat(hash(json)).isEqualTo(hmac("HmacSHA256", hashed));
  }

  @Test
  void hashesTextsOfAnyLengthAndWithAnyEscape() throws Exception {
    Random random = new Random(5);
    for (int length = 0; length < 300; length++) {
      String text = "x".repeat(length) + randomText(random);
      text = text.replace('q', "\n\t\r\b\f\"\\".charAt(random.nextInt(7)));
      assertThat(hash(JsonWriter.text(text))).isEqualTo(hmac("HmacSHA256", text));
    }
  }

  @Test
  void valuesThatComeAgainAndAgainHaveTheSameHash() throws Exception {
    Random random = new Random(17);
    List<String> values = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      String value = "x".repeat(random.nextInt(3) * 20) + random.nextInt(400);
      values.add(value);
      rows.add(
          "{\"v\":"
              + (random.nextBoolean() ? value.replace("x", "7") : JsonWriter.text(value))
              + "}");
    }
    Mappings mappings =
        Mappings.read(List.of(Map.of("hash", Map.of("field", "v", "key", Mapper.KEY))), _ -> null);

    List<String> hashed =
        Mapper.texts(Mapper.map(mappings.forStream(Mapper.plain(OPEN)), Mapper.exactBatch(rows)));

    for (int i = 0; i < values.size(); i++) {
      boolean number = !rows.get(i).contains("\":\"");
      String value = number ? values.get(i).replace("x", "7") : values.get(i);
      assertThat(hashed.get(i)).isEqualTo("{\"v\":\"" + hmac("HmacSHA256", value) + "\"}");
    }
  }

  @Test
  void hashesAsTheStandardSaysWithAKeyLongerThanABlock() {
    String key = "k".repeat(131);
    assertThat(masked(Map.of("hash", Map.of("field", "v", "key", key)), "\"some text\""))
        .isEqualTo(reference(key));
  }

  private static String reference(String key) {
    try {
      byte[] block =
          Arrays.copyOf(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)),
              64);
      byte[] inner = block.clone();
      byte[] outer = block.clone();
      for (int i = 0; i < block.length; i++) {
        inner[i] ^= 0x36;
        outer[i] ^= 0x5c;
      }
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(inner);
      byte[] first = sha.digest("some text".getBytes(StandardCharsets.UTF_8));
      sha.update(outer);
      return HexFormat.of().formatHex(sha.digest(first));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void otherAlgorithmsAreChosen() throws Exception {
    assertThat(
            masked(
                Map.of(
                    "hash", Map.of("field", "v", "key", Mapper.KEY, "algorithm", "hmac-sha-512")),
                "\"x\""))
        .isEqualTo(hmac("HmacSHA512", "x"));
    assertThat(
            masked(
                Map.of(
                    "hash", Map.of("field", "v", "salt", "pinch of salt", "algorithm", "sha-256")),
                "\"x\""))
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest("pinch of saltx".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void nullStaysNull() {
    assertThat(hash("null")).isNull();
    assertThat(encrypted("null")).isNull();
    for (String form : List.of("email", "phone", "id", "text")) {
      assertThat(
              masked(
                  Map.of("tokenise", Map.of("field", "v", "key", Mapper.KEY, "as", form)), "null"))
          .isNull();
    }
  }

  private static Object encrypted(String json) {
    return masked(Map.of("encrypt", Map.of("field", "v", "key", Mapper.AES_KEY)), json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"jane\"",
        "\"\"",
        "\"M\\u00fcller \\ud83d\\ude00\"",
        "7",
        "1.10",
        "true",
        "{\"a\":[1,null]}",
        "[]"
      })
  void whatIsEncryptedDecryptsToTheSame(String json) {
    Decryption decryption = new Decryption(Secret.of(Mapper.AES_KEY));

    assertThat(decryption.value((String) encrypted(json))).isEqualTo(JsonParser.STRICT.parse(json));
  }

  @Test
  void randomValuesDecryptToThemselves() {
    Random random = new Random(7);
    Decryption decryption = new Decryption(Secret.of(Mapper.AES_KEY));
    for (int i = 0; i < 200; i++) {
      String text = randomText(random);
      assertThat(decryption.value((String) encrypted(JsonWriter.text(text)))).isEqualTo(text);
    }
  }

  static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      int point =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x20, 0x7F);
            case 1 -> random.nextInt(0xA0, 0x250);
            case 2 -> random.nextInt(0x4E00, 0x9FFF);
            default -> random.nextInt('a', 'z');
          };
      text.appendCodePoint(point == '\'' ? 'q' : point);
    }
    return text.toString();
  }

  @Test
  void javaOpensWhatIsEncrypted() throws Exception {
    String text = (String) encrypted("\"jane\"");

    assertThat(text).startsWith("gw1.");
    byte[] bytes = Base64.getUrlDecoder().decode(text.substring(4));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(HexFormat.of().parseHex(Mapper.AES_KEY), "AES"),
        new GCMParameterSpec(128, bytes, 0, 12));
    cipher.updateAAD("gw1".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(cipher.doFinal(bytes, 12, bytes.length - 12), StandardCharsets.UTF_8))
        .isEqualTo("\"jane\"");
  }

  @Test
  void theSameValueIsNeverEncryptedTheSame() {
    assertThat(encrypted("\"jane\"")).isNotEqualTo(encrypted("\"jane\""));
  }

  @Test
  void keysMayBeWrittenInBase64() {
    byte[] key = HexFormat.of().parseHex(Mapper.AES_KEY);
    String text = (String) encrypted("5");

    assertThat(new Decryption(Secret.of(Base64.getEncoder().encodeToString(key))).value(text))
        .isEqualTo(5L);
    assertThat(new Decryption(Secret.of(Base64.getUrlEncoder().encodeToString(key))).value(text))
        .isEqualTo(5L);
  }

  @Test
  void whatWasChangedOrIsNoCiphertextDoesNotDecrypt() {
    Decryption decryption = new Decryption(Secret.of(Mapper.AES_KEY));
    String text = (String) encrypted("\"jane\"");
    char last = text.charAt(10) == 'A' ? 'B' : 'A';
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put(text.substring(0, 10) + last + text.substring(11), "does not open");
    wrong.put("gw1.AAAA", "too short");
    wrong.put("gw1.*", "not Base64");
    wrong.put("jane", "does not begin with gw1.");
    wrong.forEach((ciphertext, words) ->
        assertThatThrownBy(() -> decryption.value(ciphertext))
            .isInstanceOfSatisfying(
                GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.decrypt"))
            .hasMessageContaining(words));
    assertThatThrownBy(() -> new Decryption(Secret.of("f".repeat(64))).value(text))
        .hasMessageContaining("the key is another one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "fails",
      value = {
        "string | 12.50 | \"12.50\"",
        "string | {\"a\":1} | \"{\\\"a\\\":1}\"",
        "string | \"x\" | \"x\"",
        "string | true | \"true\"",
        "integer | \" 12 \" | 12",
        "integer | 12.0 | 12",
        "integer | 1e3 | 1000",
        "integer | \"-007\" | -7",
        "integer | 12.5 | fails",
        "integer | \"\" | fails",
        "integer | true | fails",
        "integer | \"1e999999\" | fails",
        "number | \"1.50\" | 1.50",
        "number | \"+1\" | 1",
        "number | \"1e400\" | fails",
        "number | \"NaN\" | fails",
        "decimal | \"12345678901234567890.123456789\" | 12345678901234567890.123456789",
        "decimal | 1.10 | 1.10",
        "decimal | \"1,5\" | fails",
        "boolean | \"TRUE\" | true",
        "boolean | 0 | false",
        "boolean | \"yes\" | fails",
        "boolean | {} | fails",
        "date | \"2024-01-31\" | \"2024-01-31\"",
        "date | \"2024-01-31T23:00:00Z\" | \"2024-01-31\"",
        "date | \"31.01.2024\" | fails",
        "date | \"2024-02-30\" | fails",
        "date | 5 | fails",
        "timestamp | \"2024-01-31 10:00:00.5\" | \"2024-01-31T10:00:00.5Z\"",
        "timestamp | \"2024-01-31T10:00:00+02:00\" | \"2024-01-31T10:00:00+02:00\"",
        "timestamp | \"2024-01-31T10:00:00+0200\" | \"2024-01-31T10:00:00+02:00\"",
        "timestamp | \"2024-01-31\" | \"2024-01-31T00:00:00Z\"",
        "timestamp | \"10:00\" | fails",
        "json | \"{\\\"a\\\": [1]}\" | {\"a\":[1]}",
        "json | 5 | 5",
        "json | \"{\" | fails"
      })
  void castsExactlyOrNotAtAll(String type, String json, String cast) {
    Map<String, Object> rule = Map.of("cast", Map.of("field", "v", "to", type));
    Mappings mappings = Mappings.read(List.of(rule), _ -> null);
    List<String> row = List.of("{\"v\":" + json + "}");
    if (cast == null) {
      assertThatThrownBy(
              () -> Mapper.map(mappings.forStream(Mapper.plain(OPEN)), Mapper.exactBatch(row)))
          .isInstanceOfSatisfying(
              GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.not-castable"));
    } else {
      assertThat(
              Mapper.texts(
                  Mapper.map(mappings.forStream(Mapper.plain(OPEN)), Mapper.exactBatch(row))))
          .containsExactly("{\"v\":" + cast + "}");
    }
  }
}
