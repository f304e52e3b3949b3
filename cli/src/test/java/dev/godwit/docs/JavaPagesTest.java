package dev.godwit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The Java of the library's pages is compiled and run against the demo's shop, from the first line
/// of a page to its last.
class JavaPagesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"docs/tutorial/java-library.md", "docs/reference/library.md"})
  void thePageRuns(String path) throws Exception {
    try (OpenDemo demo = OpenDemo.in(folder)) {
      String java =
          Repository.page(path).blocks().stream()
              .filter(block -> block.language().equals("java"))
              .map(Page.Block::text)
              .collect(Collectors.joining("\n"))
              .replace("http://127.0.0.1:8080", demo.url());

      String said = run(Files.writeString(folder.resolve("page.txt"), java));

      assertThat(said.lines().toList().getLast()).as(said).startsWith(JavaSession.DONE);
    }
  }

  private String run(Path page) throws IOException, InterruptedException {
    Process session =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                JavaSession.class.getName(),
                page.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      String said = new String(session.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      session.waitFor();
      return said;
    } finally {
      session.destroyForcibly();
    }
  }
}
