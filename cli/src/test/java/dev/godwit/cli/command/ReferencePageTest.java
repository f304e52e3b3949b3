package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The reference page is what the commands say of themselves. To write it anew, run this test with
/// `-Dreference.write=true`.
class ReferencePageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "cli.md");

  @TempDir private Path folder;

  @Test
  void isWhatTheCommandsSayOfThemselves() throws IOException {
    String expected = page();
    if (Boolean.getBoolean("reference.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, expected);
    }

    assertThat(PAGE).content().isEqualTo(expected);
  }

  private String page() {
    StringBuilder page =
        new StringBuilder("# The command line\n\nWhat `--help` prints, command by command.\n");
    section(page, List.of());
    for (String command :
        List.of(
            "demo",
            "sync",
            "copy",
            "spec",
            "check",
            "discover",
            "preview",
            "scan",
            "query",
            "decrypt",
            "connectors",
            "connectors list",
            "connectors search",
            "connectors show",
            "connectors add",
            "connectors update",
            "connectors pin",
            "components",
            "components show",
            "components allow",
            "lint",
            "schema",
            "fmt",
            "connector",
            "connector script",
            "connector build")) {
      section(page, List.of(command.split(" ", -1)));
    }
    return page.toString();
  }

  private void section(StringBuilder page, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.add("--help");
    String title = command.isEmpty() ? "godwit" : "godwit " + String.join(" ", command);
    Captured help = Captured.run(folder, arguments.toArray(String[]::new));
    assertThat(help.exitCode()).isZero();
    page.append("\n## ").append(title).append("\n\n```text\n").append(help.out()).append("```\n");
  }
}
