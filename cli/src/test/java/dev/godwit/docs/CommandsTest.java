package dev.godwit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The commands that the documents show.
class CommandsTest {
  private static final String TUTORIAL = "docs/tutorial/first-sync.md";

  @TempDir private Path folder;

  @Test
  void theTutorialRunsFromItsFirstCommandToItsLast() throws IOException {
    try (Walkthrough walkthrough = new Walkthrough(folder)) {
      walkthrough.follow(Repository.page(TUTORIAL));

      assertThat(walkthrough.run()).hasSize(12);
      assertThat(walkthrough.onlyRead()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("otherPages")
  void commandsRunOrAreUnderstood(Page page) throws IOException {
    try (Walkthrough walkthrough = new Walkthrough(folder)) {
      walkthrough.follow(page);

      assertThat(walkthrough.run().size() + walkthrough.onlyRead().size()).isPositive();
    }
  }

  static List<Page> otherPages() {
    return Repository.pages().stream()
        .filter(page -> page.path().equals("README.md") || page.path().startsWith("docs/"))
        .filter(page -> !page.path().equals(TUTORIAL))
        .filter(page -> page.blocks().stream().anyMatch(CommandsTest::showsCommands))
        .toList();
  }

  private static boolean showsCommands(Page.Block block) {
    return block.language().equals("sh") && !ShellCommand.in(block.text()).isEmpty();
  }
}
