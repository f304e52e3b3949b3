package dev.godwit.manifest.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Corpus;
import dev.godwit.manifest.internal.document.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Breaks manifests at random and expects that each either loads or is refused with a place. The
/// system property `mutations` says how many.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MutatedManifestsTest {
  private static final int COUNT = Integer.getInteger("mutations", 400);
  private static final long SEED = 20_261_123;

  @Test
  void brokenManifestsAreRefusedWithTheirPlaceAndNeverOtherwise() throws IOException {
    Random random = new Random(SEED);
    int refused = 0;
    List<String> originals = originals();
    for (int i = 0; i < COUNT; i++) {
      String original = originals.get(random.nextInt(originals.size()));
      GodwitException refusal = refusal(Mutation.mutate(original, random));
      if (refusal != null) {
        refused++;
        assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
        assertThat(refusal.place().file()).isEqualTo("broken.yaml");
        assertThat(refusal.place().line()).isPositive();
        assertThat(refusal.place().column()).isPositive();
      }
    }
    assertThat(refused).isGreaterThan(COUNT / 10);
  }

  private static @Nullable GodwitException refusal(String text) {
    try {
      ManifestLoader.load("broken.yaml", text);
      return null;
    } catch (GodwitException expected) {
      return expected;
    }
  }

  /// The rich manifest, as YAML and as JSON, and the smaller recorded ones.
  private static List<String> originals() throws IOException {
    List<String> originals = new ArrayList<>();
    originals.add(RichManifest.TEXT);
    originals.add(Mutation.json(YamlReader.read("rich.yaml", RichManifest.TEXT).plain()));
    for (Path manifest : Corpus.isPresent() ? Corpus.manifests() : List.<Path>of()) {
      if (Files.size(manifest) < 30_000) {
        String text = Files.readString(manifest);
        originals.add(text);
        originals.add(Mutation.json(YamlReader.read(manifest.toString(), text).plain()));
      }
    }
    return originals;
  }
}
