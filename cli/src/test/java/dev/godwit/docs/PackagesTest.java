package dev.godwit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PackagesTest {
  private static final Pattern LISTED =
      Pattern.compile("^ +(dev\\.godwit[.\\w]*) ", Pattern.MULTILINE);

  @Test
  void theArchitectureListsEveryPackageAndNoOther() {
    Set<String> listed =
        Repository.page("ARCHITECTURE.md").matches(LISTED).stream()
            .map(line -> line.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed).isEqualTo(packages());
  }

  private static Set<String> packages() {
    return Repository.mainSources().stream()
        .map(file -> Repository.relative(file.getParent()))
        .map(folder -> folder.replaceFirst(".*/src/main/java/", "").replace('/', '.'))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
