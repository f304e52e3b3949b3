package dev.godwit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinksTest {
  @Test
  void everyLinkLeadsToAFileThatIsThere() {
    List<String> broken = new ArrayList<>();
    for (Page page : Repository.pages()) {
      for (String link : page.localLinks()) {
        if (!Files.exists(target(page, link))) {
          broken.add(page.path() + ": " + link);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everyLinkToAHeadingNamesOne() {
    List<String> broken = new ArrayList<>();
    for (Page page : Repository.pages()) {
      for (String link : page.localLinks()) {
        int hash = link.indexOf('#');
        Path target = target(page, link);
        if (hash >= 0 && !Page.read(target).anchors().contains(link.substring(hash + 1))) {
          broken.add(page.path() + ": " + link);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageCanBeReachedFromTheReadme() {
    Set<Path> reached = new HashSet<>();
    Deque<Path> toVisit = new ArrayDeque<>(List.of(Repository.ROOT.resolve("README.md")));
    while (!toVisit.isEmpty()) {
      Path file = toVisit.remove();
      if (reached.add(file) && file.toString().endsWith(".md")) {
        Page page = Page.read(file);
        page.localLinks().forEach(link -> toVisit.add(target(page, link)));
      }
    }

    Stream<String> lost =
        Repository.pages().stream().filter(page -> !reached.contains(page.file())).map(Page::path);
    assertThat(lost).isEmpty();
  }

  private static Path target(Page page, String link) {
    String path = link.replaceFirst("#.*", "");
    return path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
  }
}
