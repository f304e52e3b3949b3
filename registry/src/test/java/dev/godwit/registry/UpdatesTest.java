package dev.godwit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.registry.entry.BreakingChange;
import dev.godwit.registry.entry.ConnectorQuery;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdatesTest {
  @TempDir private Path folder;
  private final RegistryServer server = new RegistryServer();
  private Project project;

  @BeforeEach
  void pinOldVersions() {
    server.index(
        SampleEntry.list(
            SampleEntry.python("source-faker", "6.0.0"),
            SampleEntry.python("source-file", "1.0.0"),
            SampleEntry.python("source-same", "1.0.0")));
    project = new Project(folder, server.index());
    Connectors connectors = project.open();
    List.of("faker", "file", "same").forEach(connectors::resolve);
    project.said().clear();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private List<Update> updates(String... names) {
    Connectors connectors = project.open();
    connectors.registry().refresh();
    return connectors.updates(List.of(names));
  }

  private void offer(SampleEntry... entries) {
    server.index(SampleEntry.list(entries));
  }

  @Test
  void tellsWhatBreaksBetweenTheVersions() {
    offer(
        SampleEntry.python("source-faker", "8.1.0")
            .breaking("5.0.0", "long ago")
            .breaking("8.0.0", "keys", "users", "orders")
            .breaking("7.0.0", "types")
            .breaking("9.0.0", "not yet"),
        SampleEntry.python("source-file", "1.0.1"),
        SampleEntry.python("source-same", "1.0.0"));

    List<Update> updates = updates();

    assertThat(updates)
        .extracting(update -> update.pin().name().shortText())
        .containsExactly("faker", "file");
    assertThat(updates.getFirst().breakingChanges())
        .extracting(BreakingChange::message)
        .containsExactly("types", "keys");
    assertThat(updates.getFirst().needsConsent()).isTrue();
    assertThat(updates.getLast().needsConsent()).isFalse();
  }

  @Test
  void aChangeOfSomeStreamsSparesTheOthers() {
    offer(SampleEntry.python("source-faker", "7.0.0").breaking("7.0.0", "keys", "users"));

    BreakingChange change = updates("faker").getFirst().breakingChanges().getFirst();

    assertThat(change.affected(List.of("products", "users"))).containsExactly("users");
    assertThat(change.affected(List.of("products"))).isEmpty();
  }

  @Test
  void aChangeWithoutScopeTouchesAllStreams() {
    offer(SampleEntry.python("source-faker", "7.0.0").breaking("7.0.0", "keys"));

    BreakingChange change = updates("faker").getFirst().breakingChanges().getFirst();

    assertThat(change.affected(List.of("products", "users"))).containsExactly("products", "users");
  }

  @Test
  void aMajorVersionOrAStepBackNeedsConsentToo() {
    offer(SampleEntry.python("source-faker", "7.0.0"), SampleEntry.python("source-file", "0.9.0"));

    assertThat(updates("faker", "file")).allMatch(Update::needsConsent);
    assertThat(updates("file").getFirst().isStepBack()).isTrue();
  }

  @Test
  void anUpdatePinsTheNewVersion() {
    offer(SampleEntry.python("source-faker", "6.1.0"));
    Connectors connectors = project.open();
    connectors.registry().refresh();

    connectors.apply(connectors.updates(List.of("source-faker")).getFirst());

    assertThat(project.open().resolve("faker").programs().getFirst())
        .isEqualTo(new Program.PythonPackage("airbyte-source-faker", "6.1.0"));
    assertThat(project.open().pins()).hasSize(3);
  }

  @Test
  void whatTheRegistryNoLongerHasStaysPinned() {
    offer(SampleEntry.python("source-faker", "6.0.0"));

    assertThat(updates()).isEmpty();
    assertThat(project.said())
        .containsExactly(
            "WARN The registry does not have source-file any more.",
            "WARN The registry does not have source-same any more.");
    assertThat(project.open().pin(ConnectorQuery.parse("file"), null)).isPresent();
  }

  @Test
  void onlyWhatIsInUseCanBeUpdated() {
    assertThatThrownBy(() -> updates("pokeapi"))
        .hasMessage("This project does not use pokeapi yet.");
  }
}
