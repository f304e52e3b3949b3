package dev.godwit.registry;

import static dev.godwit.registry.RegistryServer.INDEX;
import static dev.godwit.registry.RegistryServer.endless;
import static dev.godwit.registry.RegistryServer.manifestPath;
import static dev.godwit.registry.RegistryServer.redirect;
import static dev.godwit.registry.RegistryServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.GodwitException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LyingRegistryTest {
  @TempDir private Path folder;
  private final RegistryServer server = new RegistryServer();
  private Project project;

  @BeforeEach
  void honestAtFirst() {
    server.index(SampleEntry.list(SampleEntry.manifest("source-pokeapi", "0.3.9")));
    project = new Project(folder, server.index());
  }

  @AfterEach
  void close() {
    server.close();
  }

  private GodwitException refusal(String name) {
    return catchThrowableOfType(GodwitException.class, () -> project.open().resolve(name));
  }

  private List<Path> filesKept() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "source-../x",
        "/etc/passwd",
        "source-a/../../b",
        "source-a\u0000b",
        "source-%2e%2e",
        "source-a%2fb",
        "source-a\\b",
        "source-a b",
        "Source-A",
        "source--a",
        "source-ä",
        "-rf",
        ".",
        "..",
        "",
      })
  void namesThatLeadElsewhereAreNoNames(String name) {
    assertThat(refusal(name).code()).isEqualTo("registry.bad-name");
    server.index(
        SampleEntry.list(
            SampleEntry.manifest("source-pokeapi", "0.3.9"),
            SampleEntry.manifest("source-x", "1.0.0").with("dockerRepository", "airbyte/" + name)));
    assertThat(project.open().registry().all()).hasSize(1);
    assertThat(project.open().registry().refused()).containsOnlyKeys("sources[1]");
    assertThat(server.asked()).containsOnly(INDEX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../1",
        "1/../../2",
        "1.0\u0000",
        "%2e%2e",
        "1..2",
        "/1",
        "1 2",
        "",
        "-1",
        "1.0\n"
      })
  void versionsThatLeadElsewhereAreNoVersions(String version) {
    assertThat(refusal("pokeapi@" + version).code()).isEqualTo("registry.bad-version");
    server.index(SampleEntry.list(SampleEntry.manifest("source-pokeapi", version)));
    assertThat(project.open().registry().all()).isEmpty();
    assertThat(project.open().registry().refused()).containsOnlyKeys("sources[0]");
  }

  @Test
  void anEntryInTheWrongListIsLeftOut() {
    server.index(SampleEntry.list(SampleEntry.manifest("destination-pokeapi", "0.3.9")));

    assertThat(project.open().registry().refused())
        .containsEntry("sources[0]", "'destination-pokeapi' stands in the list of sources");
  }

  @Test
  void aNameThatTwoEntriesClaimIsNobodys() {
    server.index(
        SampleEntry.list(
            SampleEntry.manifest("source-pokeapi", "0.3.9"),
            SampleEntry.manifest("source-pokeapi", "6.6.6")
                .with("dockerRepository", "evil/source-pokeapi")));

    assertThat(refusal("pokeapi").code()).isEqualTo("registry.untrusted");
    assertThat(project.open().registry().all()).isEmpty();
  }

  @Test
  void aListThatIsNotJsonIsRefusedAndDoesNotReplaceAGoodOne() {
    project.open().registry().refresh();
    server.index("<html>Sign in to use the network</html>");

    assertThatThrownBy(() -> project.open().registry().refresh())
        .hasMessageStartingWith("The registry's list is not JSON");
    assertThat(project.open().registry().all()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[]", "{\"sources\":{}}", "null", "", "{\"sources\":[", "{\"sources\":[]}x"})
  void aListOfAnotherFormIsRefused(String json) {
    server.index(json);

    assertThat(refusal("pokeapi").code()).isEqualTo("registry.malformed");
  }

  @Test
  void aManifestWithoutEndIsNotReadToTheEnd() throws IOException {
    server.on(manifestPath("source-pokeapi", "0.3.9"), endless());

    assertThat(refusal("pokeapi"))
        .hasMessage("The registry's manifest has more than 8 MB; the rest was not read.");
    assertThat(project.lock()).doesNotExist();
    assertThat(filesKept()).noneMatch(file -> file.toString().contains("arriv"));
  }

  @Test
  void aManifestThatUnpacksWithoutEndIsNotUnpackedToTheEnd() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(new byte[9_000_000]);
    }
    server.on(
        manifestPath("source-pokeapi", "0.3.9"),
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          RegistryServer.bytes(packed.toByteArray()).give(exchange);
        });

    assertThat(refusal("pokeapi").code()).isEqualTo("registry.too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "jar:file:///x!/y",
        "http://user:secret@127.0.0.1/x",
        "http:///x",
        "http://[",
      })
  void nobodyIsSentOnToElsewhere(String location) {
    server.on(manifestPath("source-pokeapi", "0.3.9"), redirect(location));

    GodwitException refused = refusal("pokeapi");
    assertThat(refused.code()).isEqualTo("registry.untrusted");
    assertThat(refused.describe()).doesNotContain("secret");
  }

  @Test
  void nobodyIsSentOnToAnotherMachineWithoutTls() {
    server.on(manifestPath("source-pokeapi", "0.3.9"), redirect("http://registry.example/x"));

    assertThat(refusal("pokeapi").code()).isEqualTo("registry.insecure");
  }

  @Test
  void redirectsInACircleEnd() {
    server.on(manifestPath("source-pokeapi", "0.3.9"), redirect("/again"));
    server.on("/again", redirect(manifestPath("source-pokeapi", "0.3.9")));

    assertThat(refusal("pokeapi").code()).isEqualTo("registry.untrusted");
    assertThat(server.asked()).hasSizeLessThan(10);
  }

  @Test
  void redirectsOnTheSameMachineAreFollowed() {
    server.on(manifestPath("source-pokeapi", "0.3.9"), redirect("../0.3.8/manifest.yaml"));
    server.on(manifestPath("source-pokeapi", "0.3.8"), text("version: 1\n"));

    assertThat(project.open().resolve("pokeapi").programs()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://registry.example/index.json",
        "http://10.0.0.1/i",
        "http://localhost.example/i"
      })
  void otherMachinesAreNotAskedWithoutTls(String registry) {
    Project insecure = new Project(folder, registry);

    assertThatThrownBy(() -> insecure.open().registry().all())
        .extracting(error -> ((GodwitException) error).code())
        .isEqualTo("registry.insecure");
  }

  @Test
  void packagesWithNamesThatAreOptionsAreLeftOut() {
    server.index(
        SampleEntry.list(
            SampleEntry.python("source-faker", "7.0.0")
                .with(
                    "remoteRegistries",
                    Map.of(
                        "pypi", Map.of("enabled", true, "packageName", "--index-url=http://x")))));

    assertThat(project.open().resolve("faker").programs())
        .containsExactly(new Program.Image("airbyte/source-faker", "7.0.0"));
  }
}
