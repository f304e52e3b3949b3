package dev.godwit.manifest.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Corpus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusBindsTest {
  @Test
  void everyRecordedManifestBinds() {
    assumeTrue(Corpus.isPresent(), "the recorded manifests are not at hand");
    List<String> failures = new ArrayList<>();
    List<Path> manifests = Corpus.manifests();
    for (Path manifest : manifests) {
      try {
        ManifestLoader.load(manifest);
      } catch (GodwitException refusal) {
        failures.add(refusal.describe());
      }
    }
    System.getLogger("corpus")
        .log(
            System.Logger.Level.INFO,
            "manifests: {0} of {1} bind",
            manifests.size() - failures.size(),
            manifests.size());
    assertThat(failures).isEmpty();
  }
}
