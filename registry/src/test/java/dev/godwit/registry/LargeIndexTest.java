package dev.godwit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.registry.entry.ConnectorEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list as long as the public one.
class LargeIndexTest {
  private static final List<String> LEVELS = List.of("low", "medium", "high");

  @TempDir private Path folder;
  private Registry registry;

  @BeforeEach
  void openRegistry() {
    Random random = new Random(10);
    List<SampleEntry> sources = new ArrayList<>();
    List<SampleEntry> destinations = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      boolean isSource = i % 10 > 0;
      String name = (isSource ? "source" : "destination") + "-sample-" + i;
      String version = random.nextInt(9) + "." + random.nextInt(30) + "." + random.nextInt(9);
      SampleEntry entry =
          switch (random.nextInt(3)) {
            case 0 -> SampleEntry.python(name, version);
            case 1 -> SampleEntry.java(name, version);
            default -> SampleEntry.manifest(name, version);
          };
      entry.measured(LEVELS.get(random.nextInt(3)), LEVELS.get(random.nextInt(3)));
      entry.with("spec", Map.of("connectionSpecification", Map.of("text", "x".repeat(2000))));
      (isSource ? sources : destinations).add(entry);
    }
    sources.add(SampleEntry.manifest("source-github", "2.1.0").measured("low", "low"));
    sources.add(SampleEntry.manifest("source-github-actions", "2.1.0").measured("high", "high"));
    sources.add(
        SampleEntry.manifest("source-gitlab", "4.0.0")
            .with("name", "GitLab")
            .measured("high", "low"));
    sources.add(SampleEntry.manifest("source-gone", "1.0.0").with("tombstone", true));
    try (RegistryServer server =
        new RegistryServer().index(SampleEntry.list(sources, destinations))) {
      registry = new Project(folder, server.index()).open().registry();
      registry.refresh();
    }
  }

  private List<String> search(String... words) {
    return registry.search(List.of(words)).stream().map(entry -> entry.name().shortText()).toList();
  }

  @Test
  void isReadWhole() {
    assertThat(registry.all()).hasSize(603).doesNotHaveDuplicates();
    assertThat(registry.refused()).isEmpty();
    assertThat(registry.all()).extracting(ConnectorEntry::version).doesNotContainNull();
  }

  @Test
  void theNameItselfComesBeforeNamesThatBeginWithIt() {
    assertThat(search("github")).containsExactly("github", "github-actions");
  }

  @Test
  void amongEqualsThoseInUseComeFirst() {
    assertThat(search("git")).containsExactly("github-actions", "gitlab", "github");
  }

  @Test
  void everyWordHasToBeFound() {
    assertThat(search("GIT", "actions")).containsExactly("github-actions");
    assertThat(search("git", "nowhere")).isEmpty();
  }

  @Test
  void tagsAreFoundToo() {
    assertThat(search("language:java")).isNotEmpty().allMatch(name -> name.startsWith("sample"));
  }

  @Test
  void whatHasBeenTakenOutOfServiceIsNotListed() {
    assertThat(search("gone")).isEmpty();
  }
}
