package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecryptCommandTest {
  private static final String KEY = "00112233445566778899aabbccddeeff".repeat(2);
  private static final Map<String, String> VARIABLES = Map.of("AES_KEY", KEY);

  @TempDir private Path folder;

  private static String encrypted(String json) throws Exception {
    byte[] nonce = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(HexFormat.of().parseHex(KEY), "AES"),
        new GCMParameterSpec(128, nonce));
    cipher.updateAAD("gw1".getBytes(StandardCharsets.US_ASCII));
    byte[] text = cipher.doFinal(json.getBytes(StandardCharsets.UTF_8));
    byte[] sealed = new byte[nonce.length + text.length];
    System.arraycopy(nonce, 0, sealed, 0, nonce.length);
    System.arraycopy(text, 0, sealed, nonce.length, text.length);
    return "gw1." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  @Test
  void printsEachValueOnALine() throws Exception {
    Captured decrypted =
        Captured.run(
            folder,
            VARIABLES,
            "decrypt",
            "--key",
            "env:AES_KEY",
            encrypted("\"Jane \\\"J\\\" Müller\""),
            encrypted("{\"a\":1.10}"));

    assertThat(decrypted).isEqualTo(new Captured(0, "Jane \"J\" Müller\n{\"a\":1.10}\n", ""));
  }

  @Test
  void takesTheKeyFromAFile() throws Exception {
    Files.writeString(folder.resolve("key.txt"), KEY + "\n");

    assertThat(Captured.run(folder, "decrypt", "--key", "@key.txt", encrypted("7")).out())
        .isEqualTo("7\n");
  }

  @Test
  void replacesValuesWhereverTheyStandInATextAndPassesTheRestOn() throws Exception {
    String text =
        "[{\"id\":1,\"name\":\"%s\",\"n\":\"%s\"},\n{\"name\":null}]\nname: %s.\n"
            .formatted(encrypted("\"$1 \\\"x\\\"\""), encrypted("7"), encrypted("\"x\""));

    Captured decrypted = piped(text, "decrypt", "--key", "env:AES_KEY", "-");

    assertThat(decrypted.out())
        .isEqualTo("[{\"id\":1,\"name\":\"$1 \\\"x\\\"\",\"n\":7},\n{\"name\":null}]\nname: x.\n");
  }

  @Test
  void refusesKeysOnTheCommandLineAndKeysThatDoNotFit() throws Exception {
    String text = encrypted("7");

    assertThat(Captured.run(folder, "decrypt", "--key", KEY, text).exitCode()).isEqualTo(2);
    Captured unset = Captured.run(folder, "decrypt", "--key", "env:NONE", text);
    assertThat(unset.exitCode()).isEqualTo(2);
    assertThat(unset.err()).contains("NONE is not set");
    Captured missing = Captured.run(folder, "decrypt", "--key", "@none.txt", text);
    assertThat(missing.err()).contains("Cannot read the file none.txt");
    Captured wrong =
        Captured.run(
            folder, Map.of("AES_KEY", "f".repeat(64)), "decrypt", "--key", "env:AES_KEY", text);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("the key is another one").doesNotContain("ffff");
  }

  private Captured piped(String text, String... args) throws IOException {
    InputStream before = System.in;
    try (InputStream input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      System.setIn(input);
      return Captured.run(folder, VARIABLES, args);
    } finally {
      System.setIn(before);
    }
  }
}
