package dev.godwit.manifest.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The page is made of the records. To write it anew, run this test with `-Dreference.write=true`.
class ComponentsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "components.md");

  @Test
  void isWhatTheRecordsSay() throws IOException {
    String expected = ComponentsPage.write();
    if (Boolean.getBoolean("reference.write")) {
      Files.writeString(PAGE, expected);
    }

    assertThat(PAGE)
        .as(
            "the page is stale; write it with"
                + " ./mvnw -pl manifest -am test -Dtest=ComponentsPageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dreference.write=true")
        .content()
        .isEqualTo(expected);
  }
}
