package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
  private static final String UNTIDY = "a:   1  # é\nb:\n- 2\n";
  private static final String TIDY = "a: 1  # é\nb:\n  - 2\n";

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("untidy.yaml"), UNTIDY);
    Files.writeString(folder.resolve("tidy.yaml"), TIDY);
    Files.writeString(folder.resolve("broken.yaml"), "a: [");
  }

  @Test
  void changesFilesInPlaceAndListsThem() {
    Captured formatted = Captured.run(folder, "fmt", "untidy.yaml", "tidy.yaml");

    assertThat(formatted.exitCode()).isZero();
    assertThat(formatted.out().lines()).containsExactly(folder.resolve("untidy.yaml").toString());
    assertThat(folder.resolve("untidy.yaml")).content().isEqualTo(TIDY);
    assertThat(folder.resolve("tidy.yaml")).content().isEqualTo(TIDY);
  }

  @Test
  void checkListsFilesAndChangesNone() {
    Captured checked = Captured.run(folder, "fmt", "--check", "untidy.yaml", "tidy.yaml");

    assertThat(checked.exitCode()).isOne();
    assertThat(checked.out().lines()).containsExactly(folder.resolve("untidy.yaml").toString());
    assertThat(folder.resolve("untidy.yaml")).content().isEqualTo(UNTIDY);
    assertThat(Captured.run(folder, "fmt", "--check", "tidy.yaml").exitCode()).isZero();
  }

  @Test
  void oneBrokenFileKeepsTheOthersFromBeingChanged() {
    Captured broken = Captured.run(folder, "fmt", "untidy.yaml", "broken.yaml");

    assertThat(broken.exitCode()).isEqualTo(2);
    assertThat(broken.err()).contains("broken.yaml:1");
    assertThat(folder.resolve("untidy.yaml")).content().isEqualTo(UNTIDY);
  }

  @Test
  void standardInputGoesToStandardOutput() {
    Captured piped = piped("fmt", "-");

    assertThat(piped.exitCode()).isZero();
    assertThat(piped.out()).isEqualTo(TIDY);
    assertThat(piped("fmt", "--check", "-")).isEqualTo(new Captured(1, "", ""));
  }

  private Captured piped(String... args) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(UNTIDY.getBytes(StandardCharsets.UTF_8)));
    try {
      return Captured.run(folder, args);
    } finally {
      System.setIn(before);
    }
  }
}
