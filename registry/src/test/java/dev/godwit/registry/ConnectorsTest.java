package dev.godwit.registry;

import static dev.godwit.registry.RegistryServer.manifestPath;
import static dev.godwit.registry.RegistryServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.registry.entry.ConnectorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorsTest {
  private static final String YAML = "version: 6.0.0\ntype: DeclarativeSource\n";

  @TempDir private Path folder;
  private RegistryServer server;
  private Project project;

  @BeforeEach
  void openRegistry() {
    server =
        new RegistryServer()
            .index(
                SampleEntry.list(
                    List.of(
                        SampleEntry.manifest("source-pokeapi", "0.3.9"),
                        SampleEntry.python("source-faker", "7.0.0"),
                        SampleEntry.java("source-postgres", "3.7.0")),
                    List.of(
                        SampleEntry.java("destination-postgres", "2.4.0"),
                        SampleEntry.python("destination-duckdb", "0.6.0"))))
            .manifest("source-pokeapi", "0.3.9", YAML);
    project = new Project(folder, server.index());
  }

  @AfterEach
  void closeRegistry() {
    server.close();
  }

  private static Path manifest(Resolved resolved) {
    assertThat(resolved.program()).isInstanceOf(Program.Manifest.class);
    return ((Program.Manifest) resolved.program()).file();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pokeapi", "source-pokeapi", "pokeapi@0.3.9", "source-pokeapi@0.3.9"})
  void aNameLeadsToAManifest(String name) {
    Resolved resolved = project.open().resolve(name);

    assertThat(resolved.name()).hasToString("source-pokeapi");
    assertThat(manifest(resolved)).content().isEqualTo(YAML);
    assertThat(resolved.programs().getLast())
        .isEqualTo(new Program.Image("airbyte/source-pokeapi", "0.3.9"));
  }

  @Test
  void packagesComeBeforeImages() {
    assertThat(project.open().resolve("faker").programs())
        .containsExactly(
            new Program.PythonPackage("airbyte-source-faker", "7.0.0"),
            new Program.Image("airbyte/source-faker", "7.0.0"));
  }

  @Test
  void aNameOfBothKindsIsASourceUnlessADestinationIsWanted() {
    Connectors connectors = project.open();

    assertThat(connectors.resolve("postgres").name()).hasToString("source-postgres");
    assertThat(connectors.resolve("postgres", ConnectorKind.DESTINATION).name())
        .hasToString("destination-postgres");
    assertThat(connectors.resolve("duckdb").name()).hasToString("destination-duckdb");
  }

  @Test
  void firstUsePinsAndSaysSo() {
    project.open().resolve("pokeapi");

    assertThat(project.said())
        .containsExactly("INFO source-pokeapi 0.3.9 is pinned in godwit.lock from now on.");
    assertThat(project.lock())
        .content()
        .isEqualTo(
            """
            {
              "lock_version": 1,
              "connectors": {
                "source-pokeapi": {
                  "kind": "source",
                  "version": "0.3.9",
                  "registry": "%s",
                  "manifest": {
                    "url": "%s",
                    "sha256": "27c3d08522ef9cc6fdddadf19b81de84223c1288e854a2514e6247ae98f1a1ee"
                  },
                  "image": "airbyte/source-pokeapi"
                }
              }
            }
            """
                .formatted(server.index(), server.url(manifestPath("source-pokeapi", "0.3.9"))));
  }

  @Test
  void onlyTheFirstUseIsAFirstUse() {
    assertThat(project.open().resolve("pokeapi").firstUse()).isTrue();
    assertThat(project.open().resolve("pokeapi").firstUse()).isFalse();
  }

  @Test
  void aPinnedVersionStaysWhenTheRegistryHasANewerOne() {
    project.open().resolve("pokeapi");
    server.index(SampleEntry.list(SampleEntry.manifest("source-pokeapi", "0.4.0")));

    assertThat(project.later(Duration.ofDays(9)).open().resolve("pokeapi").version())
        .hasToString("0.3.9");
    assertThat(project.said()).hasSize(1);
  }

  @Test
  void aPinnedConnectorAsksNobody() {
    project.open().resolve("pokeapi");
    int asked = server.asked().size();

    assertThat(manifest(project.offline().open().resolve("pokeapi"))).content().isEqualTo(YAML);
    assertThat(server.asked()).hasSize(asked);
  }

  @Test
  void anotherMachineDownloadsWhatIsPinned() throws IOException {
    project.open().resolve("pokeapi");
    Project clone = new Project(Files.createDirectory(folder.resolve("clone")), server.index());
    Files.copy(project.lock(), clone.lock());

    assertThat(manifest(clone.open().resolve("pokeapi"))).content().isEqualTo(YAML);
    assertThat(clone.said()).isEmpty();
  }

  @Test
  void aVersionThatHasChangedIsRefused() throws IOException {
    project.open().resolve("pokeapi");
    server.manifest("source-pokeapi", "0.3.9", YAML + "streams: []\n");
    Project clone = new Project(Files.createDirectory(folder.resolve("clone")), server.index());
    Files.copy(project.lock(), clone.lock());

    assertThatThrownBy(() -> clone.open().resolve("pokeapi"))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("manifest of source-pokeapi 0.3.9 is not what was pinned")
        .extracting(error -> ((GodwitException) error).code())
        .isEqualTo("registry.changed");
    assertThatThrownBy(() -> clone.open().resolve("pokeapi")).hasMessageContaining("SHA-256");
  }

  @Test
  void aCachedManifestThatWasTamperedWithIsDownloadedAgain() throws IOException {
    Path cached = manifest(project.open().resolve("pokeapi"));
    Files.writeString(cached, "evil: true\n");

    assertThat(manifest(project.open().resolve("pokeapi"))).content().isEqualTo(YAML);
  }

  @Test
  void anotherVersionThanThePinnedOneIsNotTakenSilently() {
    project.open().resolve("pokeapi");

    assertThatThrownBy(() -> project.open().resolve("pokeapi@0.4.0"))
        .hasMessage("source-pokeapi is pinned to 0.3.9 in godwit.lock, not to 0.4.0.");
  }

  @Test
  void anOldVersionOfAManifestIsFoundWhereTheRegistryKeepsIt() {
    server.manifest("source-pokeapi", "0.2.0", "version: 5.0.0\n");

    assertThat(manifest(project.open().resolve("pokeapi@0.2.0")))
        .content()
        .isEqualTo("version: 5.0.0\n");
  }

  @Test
  void aVersionThatIsNowhereIsNotPinned() {
    assertThatThrownBy(() -> project.open().resolve("pokeapi@9.9.9"))
        .hasMessage("The registry has no version 9.9.9 of source-pokeapi.");
    assertThat(project.lock()).doesNotExist();
  }

  @Test
  void aManifestThatDoesNotPassTheCheckIsNotPinned() {
    project.checking(file -> {
      throw GodwitException.config("manifest.syntax", "not a manifest");
    });

    assertThatThrownBy(() -> project.open().resolve("pokeapi")).hasMessage("not a manifest");
    assertThat(project.lock()).doesNotExist();
  }

  @Test
  void aManifestThatTheRegistryDoesNotHaveLeavesTheImage() {
    server.on(manifestPath("source-pokeapi", "0.3.9"), status(404));

    assertThat(project.open().resolve("pokeapi").programs())
        .containsExactly(new Program.Image("airbyte/source-pokeapi", "0.3.9"));
  }

  @Test
  void theProjectsOwnConnectorsComeFirst() throws IOException {
    Files.createDirectories(folder.resolve("connectors/pokeapi"));
    Files.writeString(folder.resolve("connectors/pokeapi/manifest.yaml"), "own: 1\n");
    Files.writeString(folder.resolve("connectors/source-shop.yaml"), "own: 2\n");

    assertThat(manifest(project.open().resolve("source-pokeapi"))).content().isEqualTo("own: 1\n");
    assertThat(manifest(project.open().resolve("shop"))).content().isEqualTo("own: 2\n");
    assertThat(project.open().own())
        .extracting(own -> own.name().text())
        .containsExactly("source-pokeapi", "source-shop");
    assertThat(server.asked()).isEmpty();
    assertThat(project.lock()).doesNotExist();
  }

  @Test
  void aVersionLeadsPastTheProjectsOwnOne() throws IOException {
    Files.createDirectories(folder.resolve("connectors"));
    Files.writeString(folder.resolve("connectors/pokeapi.yaml"), "own: 1\n");

    assertThat(manifest(project.open().resolve("pokeapi@0.3.9"))).content().isEqualTo(YAML);
  }

  @Test
  void aSlipIsAnsweredWithTheNearestName() {
    assertThatThrownBy(() -> project.open().resolve("pokapi"))
        .hasMessage("There is no connector pokapi; did you mean pokeapi?");
    assertThatThrownBy(() -> project.open().resolve("pokeapi", ConnectorKind.DESTINATION))
        .hasMessageStartingWith("There is no destination pokeapi");
  }

  @Test
  void aRegistryMayBeAFolder() throws IOException {
    Path registries = Files.createDirectories(folder.resolve("registry/registries/v0"));
    Path version =
        Files.createDirectories(folder.resolve("registry/metadata/airbyte/source-pokeapi/0.3.9"));
    Files.writeString(
        registries.resolve("oss_registry.json"),
        SampleEntry.list(SampleEntry.manifest("source-pokeapi", "0.3.9")));
    Files.writeString(version.resolve("manifest.yaml"), YAML);
    Project local = new Project(folder, "registry/registries/v0/oss_registry.json");

    assertThat(manifest(local.offline().open().resolve("pokeapi"))).content().isEqualTo(YAML);
    assertThat(local.lock())
        .content()
        .contains("\"url\": \"registry/metadata/airbyte/source-pokeapi/0.3.9/manifest.yaml\"");
  }
}
