package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What programs that use the library are compiled against stays, or changes knowingly.
class PublicApiTest {
  private static final Path SIGNATURES = Path.of("src", "test", "api", "library.txt");

  /// `-Dapi.write=true` writes the file anew.
  @Test
  void thePublicSignaturesAreThoseOfTheFile() throws Exception {
    Path classes =
        Path.of(Godwit.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> lines = new PublicApi(classes).lines();
    if (Boolean.getBoolean("api.write")) {
      Files.createDirectories(SIGNATURES.getParent());
      Files.write(SIGNATURES, lines);
    }

    List<String> gone = new ArrayList<>(Files.readAllLines(SIGNATURES));
    List<String> fresh = new ArrayList<>(lines);
    fresh.removeAll(gone);
    gone.removeAll(lines);

    assertThat(gone)
        .as(
            "gone, which breaks programs; if it must be: -Dapi.write=true, and a line in CHANGELOG.md")
        .isEmpty();
    assertThat(fresh).as("new, to be kept from now on: -Dapi.write=true").isEmpty();
    assertThat(lines).isEqualTo(Files.readAllLines(SIGNATURES));
  }
}
