package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.cli.ParsedJson;
import dev.godwit.core.json.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommandsTest {
  @TempDir private Path folder;
  private ShopVisit visit;

  @BeforeEach
  void open() {
    visit = ShopVisit.in(folder);
  }

  @AfterEach
  void close() {
    visit.close();
  }

  @Test
  void checkSaysThatAConfigurationWorks() {
    Captured check = visit.run("check");

    assertThat(check.exitCode()).isZero();
    assertThat(check.out()).contains("The configuration works.");
    assertThat(ParsedJson.of(visit.run("check", "--json").out()).value("succeeded"))
        .isEqualTo(true);
  }

  @Test
  void checkSaysWhyAConfigurationDoesNotWork() {
    Captured check =
        Captured.run(
            folder,
            "check",
            "demo.yaml",
            "--set",
            "url=" + visit.url(),
            "--set",
            "api_token=wrong1");

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out()).contains("The configuration does not work").contains("401");
    assertThat(check.out() + check.err()).doesNotContain("wrong1");
  }

  @Test
  void readsTheConfigurationFromAFileAndSecretsFromTheEnvironment() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config.yaml"), "url: " + visit.url() + "\napi_token: ${SHOP_TOKEN}\n");

    Captured check =
        Captured.run(
            folder,
            Map.of("SHOP_TOKEN", ShopApi.TOKEN),
            "check",
            "demo.yaml",
            "--config",
            config.toString());

    assertThat(check.exitCode()).as(check.err()).isZero();
  }

  @Test
  void specSaysWhatASourceIsConfiguredWithAndNeedsNoConfiguration() {
    Captured spec = Captured.run(folder, "spec", "demo.yaml");

    assertThat(spec.exitCode()).as(spec.err()).isZero();
    assertThat(spec.out())
        .containsPattern("url +string +yes  +")
        .containsPattern("api_token +string +yes +yes");
    assertThat(visit.requests()).isZero();
  }

  @Test
  void specWritesTheProtocolsFormAsJson() {
    ParsedJson spec = ParsedJson.of(Captured.run(folder, "spec", "demo.yaml", "--json").out());

    ParsedJson properties = spec.object("connectionSpecification").object("properties");
    assertThat(properties.object("api_token").value("airbyte_secret")).isEqualTo(true);
  }

  @Test
  void discoverListsStreamsWithKeysAndCursors() {
    Captured discover = visit.run("discover");

    assertThat(discover.exitCode()).isZero();
    assertThat(discover.out())
        .containsPattern("customers +id +updated_at +8")
        .containsPattern("products +id +updated_at +5")
        .containsPattern("orders +id +updated_at +7");
    assertThat(visit.requests()).isZero();
  }

  @Test
  void discoverWritesTheCatalogueAsJson() {
    ParsedJson catalog = ParsedJson.of(visit.run("discover", "--json").out());

    assertThat(catalog.objects("streams"))
        .extracting(stream -> stream.value("name"))
        .containsExactly("customers", "products", "orders");
    assertThat(catalog.objects("streams").getLast().object("json_schema").has("properties"))
        .isTrue();
  }

  @Test
  void previewShowsTheFirstRowsAndAsksForNoMoreThanItNeeds() {
    Captured preview = visit.run("preview", "customers", "--limit", "3");

    assertThat(preview.exitCode()).isZero();
    assertThat(preview.out()).contains("full_name", "cus_00001", "cus_00003");
    assertThat(preview.out()).doesNotContain("cus_00004", "password_hash");
    assertThat(preview.err()).contains("3 rows");
    assertThat(visit.requests()).isEqualTo(1);
  }

  @Test
  void previewReachesRowsOfSubstreams() {
    Object rows =
        JsonParser.STRICT.parse(visit.run("preview", "orders", "-n", "30", "--json").out());

    assertThat(rows).isInstanceOf(List.class);
    assertThat((List<?>) rows).hasSize(30);
  }

  @Test
  void previewTellsTheNearestStreamWhereOneDoesNotExist() {
    Captured preview = visit.run("preview", "costumers");

    assertThat(preview.exitCode()).isEqualTo(2);
    assertThat(preview.err()).contains("did you mean customers?");
  }
}
