package dev.godwit.manifest.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.manifest.internal.Corpus;
import dev.godwit.manifest.internal.Reference;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.document.PythonText;
import dev.godwit.manifest.internal.document.YamlReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Compares prepared documents, the order of their fields included, with those of the reference
/// engine.
class SameTreeAsReferenceTest {
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES) // the reference takes its time
  void everyRecordedManifestBecomesTheTreeThatTheReferenceMakesOfIt() throws Exception {
    assumeTrue(Reference.isPresent(), "no reference engine: set -Dreference.python");
    assumeTrue(Corpus.isPresent(), "the recorded manifests are not at hand");
    assertSameTrees(Corpus.manifests());
  }

  @Test
  void oddParametersSpreadAsInTheReference(@TempDir Path folder) throws Exception {
    assumeTrue(Reference.isPresent(), "no reference engine: set -Dreference.python");
    List<Path> manifests = new ArrayList<>();
    for (String text : OddManifests.TEXTS) {
      Path file = folder.resolve("odd" + manifests.size() + ".yaml");
      manifests.add(java.nio.file.Files.writeString(file, text));
    }
    assertSameTrees(manifests);
  }

  private static void assertSameTrees(List<Path> manifests) throws NoSuchAlgorithmException {
    List<String> differing = new ArrayList<>();
    String digests = Reference.run("trees.py", manifests.stream().map(Path::toString).toList());
    List<String> lines = digests.lines().toList();
    assertThat(lines).hasSameSizeAs(manifests);
    for (int i = 0; i < lines.size(); i++) {
      Path manifest = manifests.get(i);
      if (!lines.get(i).startsWith(digest(manifest))) {
        differing.add(manifest + ": " + firstDifference(manifest));
      }
    }
    System.getLogger("reference")
        .log(
            System.Logger.Level.INFO,
            "trees: {0} of {1} as in the reference",
            manifests.size() - differing.size(),
            manifests.size());
    assertThat(differing).isEmpty();
  }

  private static String digest(Path manifest) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    leaves(tree(manifest), "", leaf -> digest.update(leaf.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String firstDifference(Path manifest) {
    List<String> ours = new ArrayList<>();
    leaves(tree(manifest), "", ours::add);
    String all = String.join("", ours);
    String theirs = Reference.run("trees.py", List.of("--leaves", manifest.toString()));
    int same = 0;
    while (same < Math.min(all.length(), theirs.length())
        && all.charAt(same) == theirs.charAt(same)) {
      same++;
    }
    return "ours <" + excerpt(all, same) + "> theirs <" + excerpt(theirs, same) + ">";
  }

  private static String excerpt(String text, int at) {
    return text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 100));
  }

  private static ObjectNode tree(Path manifest) {
    return ManifestLoader.prepare(YamlReader.read(manifest));
  }

  private static void leaves(Node node, String path, Consumer<String> leaf) {
    switch (node) {
      case ObjectNode object -> {
        leaf.accept(path + "\tdict " + object.fields().size() + "\n");
        for (Map.Entry<String, Node> field : object.fields().entrySet()) {
          leaves(field.getValue(), path + "." + field.getKey(), leaf);
        }
      }
      case ListNode list -> {
        leaf.accept(path + "\tlist " + list.elements().size() + "\n");
        for (int i = 0; i < list.elements().size(); i++) {
          leaves(list.elements().get(i), path + "[" + i + "]", leaf);
        }
      }
      case ScalarNode scalar ->
          leaf.accept(path + "\t" + type(scalar) + " " + PythonText.of(scalar.value()) + "\n");
    }
  }

  private static String type(ScalarNode scalar) {
    return switch (scalar.value()) {
      case null -> "NoneType";
      case String _ -> "str";
      case Boolean _ -> "bool";
      case Long _ -> "int";
      case BigInteger _ -> "int";
      case Double _ -> "float";
      case LocalDate _ -> "date";
      default -> "datetime";
    };
  }
}
