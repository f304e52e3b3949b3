package dev.godwit.manifest.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.manifest.lint.Finding;
import dev.godwit.manifest.lint.LintCode;
import dev.godwit.manifest.lint.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The recorded manifests all run in the reference engine, so nothing in them is an error.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CorpusLintsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("conformance.dir", "../shared/conformance"));

  /// Kinds of warning that were read and found to be true, sample by sample where they are many.
  /// The kinds that repeat what the text says (a name written twice, one that nothing refers to, a
  /// field that its component does not have, a field with a successor) speak for themselves.
  private static final Set<LintCode> REVIEWED =
      Set.of(
          LintCode.BAD_EXAMPLE,
          LintCode.CONFIG_IN_PREDICATE,
          LintCode.CONFIG_KEY,
          LintCode.DEPRECATED,
          LintCode.DUPLICATE_KEY,
          LintCode.UNKNOWN_FIELD,
          LintCode.UNUSED_DEFINITION);

  @BeforeAll
  static void needsRecordings() {
    assumeTrue(Files.isDirectory(ROOT.resolve("cases")), "the recordings are not at hand");
  }

  @Test
  void findsNoErrorInManifestsThatRun() throws IOException {
    Map<LintCode, Integer> counts = new EnumMap<>(LintCode.class);
    Set<String> errors = new TreeSet<>();
    List<Path> manifests = manifests();
    for (Path manifest : manifests) {
      for (Finding finding : Linter.lint(manifest.toString(), Files.readString(manifest))) {
        counts.merge(finding.code(), 1, Integer::sum);
        if (finding.severity() == Severity.ERROR) {
          errors.add(finding.toString());
        }
      }
    }
    System.getLogger("lint")
        .log(System.Logger.Level.INFO, "lint: {0} manifests, {1}", manifests.size(), counts);

    assertThat(manifests).hasSizeGreaterThanOrEqualTo(317);
    assertThat(errors).isEmpty();
    assertThat(REVIEWED).containsAll(counts.keySet());
  }

  private static List<Path> manifests() throws IOException {
    try (Stream<Path> files = Files.find(ROOT, 3, (file, _) -> file.endsWith("manifest.yaml"))) {
      return files.sorted().toList();
    }
  }
}
