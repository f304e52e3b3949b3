package dev.godwit.manifest.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Corpus;
import dev.godwit.manifest.internal.document.YamlReader;
import dev.godwit.manifest.internal.lint.Linter;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.lint.Finding;
import dev.godwit.manifest.lint.Severity;
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

/// Breaks manifests at random, and looks at, loads and compiles what comes out: each either works
/// or is refused with a place. The system property `mutations` says how many.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MutatedManifestsTest {
  private static final int COUNT = Integer.getInteger("mutations", 5_000);
  private static final long SEED = 20_261_123;

  /// Small manifests have as many kinds of component as large ones and take less time.
  private static final long LARGEST = 12_000;

  @Test
  void brokenManifestsAreRefusedWithTheirPlaceAndNeverOtherwise() throws IOException {
    Random random = new Random(SEED);
    int refused = 0;
    int compiled = 0;
    List<String> originals = originals();
    for (int i = 0; i < COUNT; i++) {
      String original = originals.get(random.nextInt(originals.size()));
      String text = Mutation.mutate(original, random);
      List<Finding> errors = errors(text);
      try {
        DeclarativeSource source = ManifestLoader.load("broken.yaml", text).value();
        compiled += DryCompilation.of(source);
      } catch (GodwitException refusal) {
        refused++;
        requirePlace(refusal);
        assertThat(errors).as(refusal.describe()).isNotEmpty();
      }
    }
    System.getLogger("mutants")
        .log(
            System.Logger.Level.INFO,
            "mutants: {0}, refused {1}, streams compiled {2}",
            COUNT,
            refused,
            compiled);
    assertThat(refused).isGreaterThan(COUNT / 10);
    assertThat(compiled).isGreaterThan(COUNT / 10);
  }

  private static List<Finding> errors(String text) {
    List<Finding> findings = Linter.lint("broken.yaml", text);
    assertThat(findings).allMatch(finding -> finding.line() > 0 && finding.column() > 0);
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  private static void requirePlace(GodwitException refusal) {
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(refusal.place().file()).isEqualTo("broken.yaml");
    assertThat(refusal.place().line()).isPositive();
    assertThat(refusal.place().column()).isPositive();
  }

  /// The project's own manifests and the smaller recorded ones, each as YAML and as JSON.
  private static List<String> originals() throws IOException {
    List<String> originals = new ArrayList<>();
    for (String text : List.of(RichManifest.TEXT, ShopManifest.TEXT)) {
      originals.add(text);
      originals.add(Mutation.json(plain("own.yaml", text)));
    }
    for (Path manifest : Corpus.isPresent() ? Corpus.manifests() : List.<Path>of()) {
      if (Files.size(manifest) < LARGEST) {
        String text = Files.readString(manifest);
        originals.add(text);
        originals.add(Mutation.json(plain(manifest.toString(), text)));
      }
    }
    return originals;
  }

  private static @Nullable Object plain(String file, String text) {
    return YamlReader.read(file, text).plain();
  }
}
