package dev.godwit.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private final Secrets secrets = Secrets.of(List.of("", "key", "key-long", "a b/ä"));

  @Test
  void secretsAreReplacedWhereverTheyStand() {
    assertThat(secrets.mask("key=key; x")).isEqualTo("****=****; x");
    assertThat(secrets.mask("nothing here")).isEqualTo("nothing here");
  }

  @Test
  void aLongerSecretIsNotLeftHalfVisible() {
    assertThat(secrets.mask("key-long")).isEqualTo("****");
  }

  @Test
  void secretsAreFoundInAddressesToo() {
    assertThat(secrets.mask("?k=a+b%2F%C3%A4&l=a%20b%2F%C3%A4")).isEqualTo("?k=****&l=****");
  }

  @Test
  void secretsMayBeLearntLater() {
    secrets.add("token");
    assertThat(secrets.mask("a token")).isEqualTo("a ****");
  }

  @Test
  void everythingThatAnErrorSaysIsMasked() {
    GodwitException error =
        GodwitException.system("x.y", "key is wrong")
            .at(Place.request("GET http://x/key"))
            .hint("Ask for key.");
    assertThat(secrets.mask(error).describe()).doesNotContain("key").contains("GET http://x/****");
    assertThat(secrets.mask(error).hint()).isEqualTo("Ask for ****.");
    assertThat(secrets.mask(error).code()).isEqualTo("x.y");
  }

  @Test
  void logLinesAreMasked() {
    List<String> lines = new ArrayList<>();
    Log log = secrets.mask((level, line) -> lines.add(level + " " + line));
    log.warn("a key");
    assertThat(lines).containsExactly("WARN a ****");
  }
}
