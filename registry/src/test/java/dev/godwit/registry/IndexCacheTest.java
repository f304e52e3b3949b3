package dev.godwit.registry;

import static dev.godwit.registry.RegistryServer.INDEX;
import static dev.godwit.registry.RegistryServer.status;
import static dev.godwit.registry.RegistryServer.tagged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCacheTest {
  private static final String OLD = SampleEntry.list(SampleEntry.manifest("source-old", "1.0.0"));
  private static final String NEW = SampleEntry.list(SampleEntry.manifest("source-new", "1.0.0"));

  @TempDir private Path folder;
  private final RegistryServer server = new RegistryServer();
  private Project project;

  @BeforeEach
  void readOnce() {
    server.on(INDEX, tagged("\"old\"", OLD));
    project = new Project(folder, server.index());
    assertThat(name()).isEqualTo("old");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String name() {
    return project.open().registry().all().getFirst().name().shortText();
  }

  @Test
  void theListIsAskedForOnceADay() {
    server.on(INDEX, tagged("\"new\"", NEW));

    assertThat(name()).isEqualTo("old");
    project.later(Duration.ofHours(23));
    assertThat(name()).isEqualTo("old");
    project.later(Duration.ofHours(1));
    assertThat(name()).isEqualTo("new");
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void aListThatIsStillTheNewestIsNotSentAgain() {
    project.later(Duration.ofDays(2));

    assertThat(name()).isEqualTo("old");
    assertThat(name()).isEqualTo("old");
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void whoAsksForTheNewestGetsIt() {
    server.on(INDEX, tagged("\"new\"", NEW));
    Connectors connectors = project.open();

    connectors.registry().refresh();

    assertThat(connectors.registry().all().getFirst().name()).hasToString("source-new");
  }

  @Test
  void aRegistryThatIsDownLeavesTheOldListAndAWarning() {
    server.on(INDEX, status(503));
    project.later(Duration.ofDays(2));

    assertThat(name()).isEqualTo("old");
    assertThat(project.said())
        .containsExactly(
            "WARN The registry at 127.0.0.1 cannot be asked: it answers with status 503."
                + " The list of 2026-11-23T12:00:00Z is used.");
  }

  @Test
  void aRegistryThatIsGoneLeavesTheOldListAndAWarning() {
    server.close();
    project.later(Duration.ofDays(2));

    assertThat(name()).isEqualTo("old");
    assertThat(project.said()).hasSize(1);
  }

  @Test
  void withoutAnOldListARegistryThatIsDownIsAnError() throws IOException {
    server.on(INDEX, status(503));
    Project other = new Project(Files.createDirectory(folder.resolve("other")), server.index());

    assertThatThrownBy(() -> other.open().registry().all())
        .extracting(error -> ((GodwitException) error).code())
        .isEqualTo("registry.unreachable");
  }

  @Test
  void offlineTakesWhatIsThereHoweverOld() {
    project.later(Duration.ofDays(400)).offline();

    assertThat(name()).isEqualTo("old");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void offlineSaysWhatIsMissing() throws IOException {
    Project other =
        new Project(Files.createDirectory(folder.resolve("other")), server.index()).offline();

    assertThatThrownBy(() -> other.open().resolve("old"))
        .hasMessage("The registry's list has not been downloaded, and nothing may be asked.");
    assertThatThrownBy(() -> project.offline().open().resolve("old"))
        .hasMessage(
            "The manifest of source-old 1.0.0 has not been downloaded, and nothing may be asked.");
  }

  @Test
  void aListThatWasTamperedWithIsAskedForAgain() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(file -> file.endsWith("index.json")).forEach(IndexCacheTest::change);
    }

    assertThat(name()).isEqualTo("old");
    assertThat(server.asked()).hasSize(2);
  }

  private static void change(Path file) {
    try {
      Files.writeString(file, NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void registriesAreKeptApart() {
    server.on("/other/index.json", tagged("\"new\"", NEW));
    project.with(project.settings().withRegistry(server.url("/other/index.json")));

    assertThat(name()).isEqualTo("new");
  }
}
