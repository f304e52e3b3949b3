package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.record.FieldName;
import dev.godwit.row.Rows;
import dev.godwit.secret.Secret;
import dev.godwit.secret.SecretResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ways to configure a source.
class SourceConfigTest {
  @TempDir private Path folder;
  private ShopApi api;
  private SourceBuilder source;

  @BeforeEach
  void open() throws IOException {
    api = new ShopApi();
    source = Godwit.source(ShopApi.manifest(folder));
  }

  @AfterEach
  void close() {
    api.close();
  }

  record Options(LocalDate since) {}

  record Shop(
      String url,
      @FieldName("api_token") Secret password,
      @Nullable Options options,
      @Nullable String nothing) {}

  @Test
  void aRecordConfigures() {
    SourceBuilder configured =
        source.config(
            new Shop(
                api.url(), Secret.of(ShopApi.TOKEN), new Options(LocalDate.of(2024, 1, 1)), null));

    assertThat(configured.check().problem()).isNull();
    assertThat(configured.streams()).containsExactly("orders", "visits");
  }

  @Test
  void aFileConfigures() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("config.yaml"),
            "url: %s\napi_token: %s\n".formatted(api.url(), ShopApi.TOKEN));
    assertThat(source.config(file).check().problem()).isNull();
  }

  @Test
  void singleValuesAreAddedAndChanged() {
    SourceBuilder configured =
        source
            .config("url", api.url())
            .config("api_token", "wrong")
            .config("options.since", LocalDate.of(2024, 1, 1))
            .config("api_token", Secret.of(ShopApi.TOKEN));
    assertThat(configured.check().problem()).isNull();
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertThatThrownBy(() ->
            source
                .config(Map.of("url", "http://here", "api_token", "token", "options", 7))
                .discover())
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).isEqualTo("config.invalid");
              assertThat(e.message()).contains("options").doesNotContain("api_token");
            });
  }

  @Test
  void secretsAreLookedUpByName() throws IOException {
    Path env = Files.writeString(folder.resolve(".env"), "SHOP_TOKEN='" + ShopApi.TOKEN + "'\n");
    SourceBuilder configured =
        source
            .config(Map.of("url", api.url(), "api_token", "secret:SHOP_TOKEN"))
            .secrets(SecretResolver.environment(Map.of()), SecretResolver.dotEnv(env));
    assertThat(configured.check().problem()).isNull();
  }

  @Test
  void aMissingSecretSaysWhereItWasLookedFor() {
    SourceBuilder configured =
        source
            .config(Map.of("url", api.url(), "api_token", "secret:SHOP_TOKEN"))
            .secrets(SecretResolver.environment(Map.of()), SecretResolver.folder(folder));
    assertThatThrownBy(configured::check)
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(e.code()).isEqualTo("secret.missing");
              assertThat(e.message()).contains("SHOP_TOKEN");
              assertThat(e.hint()).contains("the environment", "the folder " + folder);
            });
  }

  @Test
  void theUsualPlacesAreTheEnvironmentAndTheEnvFile() {
    assertThatThrownBy(() ->
            source.config(Map.of("url", api.url(), "api_token", "secret:NOBODY_HAS_THIS")).check())
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> assertThat(e.hint()).isEqualTo("Looked in: the environment, the file .env."));
  }

  @Test
  void errorsOfReadingShowNoSecretThatTheConnectorTakesForNone() {
    SourceBuilder configured =
        source.config(Map.of("url", Secret.of(api.url() + "/hidden-path"), "api_token", "none"));
    assertThat(configured.check().problem()).doesNotContain("hidden-path");
    try (Rows rows = configured.stream("orders")) {
      assertThatThrownBy(() -> rows.iterator().hasNext())
          .isInstanceOfSatisfying(
              GodwitException.class,
              e ->
                  assertThat(e.describe()).contains("stream orders").doesNotContain("hidden-path"));
    }
  }

  @Test
  void errorsShowNoSecretThatWasGivenAsOne() {
    Secret hidden = Secret.of("very-hidden-value");
    assertThatThrownBy(
            () -> source.config(Map.of("url", hidden, "api_token", List.of(hidden))).check())
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> assertThat(e.describe()).doesNotContain("very-hidden-value"));
  }
}
