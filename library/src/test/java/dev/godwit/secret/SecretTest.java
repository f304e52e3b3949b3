package dev.godwit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
  private static final String VALUE = "s3cr3t";

  @TempDir private Path folder;

  record Login(String user, Secret password) {}

  private static String found(SecretResolver resolver, String name) {
    return Objects.requireNonNull(resolver.find(name)).reveal();
  }

  @Test
  void itPrintsNowhere() {
    Secret secret = Secret.of(VALUE);
    assertThat(secret.reveal()).isEqualTo(VALUE);
    assertThat("" + secret + new Login("ann", secret) + Map.of("k", List.of(secret)))
        .doesNotContain(VALUE)
        .contains("****");
    assertThat(new IllegalStateException("with " + secret)).hasMessage("with ****");
    assertThatThrownBy(() -> JsonWriter.text(Map.of("k", secret))).hasMessageNotContaining(VALUE);
    assertThat(SecretResolver.of(Map.of("K", VALUE)).toString()).doesNotContain(VALUE);
  }

  @Test
  void secretsAreEqualByValue() {
    assertThat(Secret.of(VALUE)).isEqualTo(Secret.of(VALUE)).hasSameHashCodeAs(Secret.of(VALUE));
    assertThat(Secret.of(VALUE)).isNotEqualTo(Secret.of("other"));
  }

  @Test
  void anEnvFileIsReadAsShellsReadIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(".env"),
            """
            # comment
            PLAIN=a b # said
            export QUOTED="x\\"y#z\\nw"
            SINGLE='as $is # it'
            TWICE=first
            TWICE=second
            EMPTY=
            """);
    SecretResolver resolver = SecretResolver.dotEnv(file);
    assertThat(found(resolver, "PLAIN")).isEqualTo("a b");
    assertThat(found(resolver, "QUOTED")).isEqualTo("x\"y#z\nw");
    assertThat(found(resolver, "SINGLE")).isEqualTo("as $is # it");
    assertThat(found(resolver, "TWICE")).isEqualTo("second");
    assertThat(resolver.find("EMPTY")).isNull();
    assertThat(resolver.find("comment")).isNull();
    assertThat(SecretResolver.dotEnv(folder.resolve("none")).find("PLAIN")).isNull();
  }

  @Test
  void aFolderHasAFileForEachSecret() throws IOException {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("token"), VALUE + "\n");
    Files.writeString(folder.resolve("outside"), "no");
    SecretResolver resolver = SecretResolver.folder(secrets);
    assertThat(found(resolver, "token")).isEqualTo(VALUE);
    assertThat(resolver.find("../outside")).isNull();
    assertThat(resolver.find("none")).isNull();
  }

  @Test
  void aProgramIsAsked() {
    SecretResolver echo = SecretResolver.command(List.of("echo", "of {}"));
    assertThat(found(echo, "TOKEN")).isEqualTo("of TOKEN");
    assertThat(SecretResolver.command(List.of("false")).find("TOKEN")).isNull();
    assertThatThrownBy(() -> SecretResolver.command(List.of("no-such-program-here")).find("T"))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("secret.command"));
  }

  @Test
  void placesAreAskedInTheirOrder() {
    Secrets found = Secrets.of(List.of());
    SecretLookup lookup =
        new SecretLookup(
            List.of(
                SecretResolver.of(Map.of("A", "first")),
                SecretResolver.of(Map.of("A", "second", "B", "third"))));
    assertThat(lookup.fillIn(Map.of("x", List.of("secret:A", Map.of("y", "secret:B"))), found))
        .isEqualTo(Map.of("x", List.of("first", Map.of("y", "third"))));
    assertThat(lookup.fillIn(Map.of("x", "secret: not a name", "n", 7, "t", true), found))
        .isEqualTo(Map.of("x", "secret: not a name", "n", 7, "t", true));
    assertThat(found.mask("first, second, third")).isEqualTo("****, second, ****");
  }
}
