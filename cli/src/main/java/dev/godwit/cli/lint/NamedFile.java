package dev.godwit.cli.lint;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.Manifest;
import dev.godwit.manifest.lint.Finding;
import dev.godwit.manifest.lint.Fix;
import dev.godwit.manifest.lint.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A manifest's file.
///
/// @param name as people know it
public record NamedFile(String name, Path path) {
  /// Mending one thing can uncover another.
  private static final int MOST_ROUNDS = 10;

  /// What is found in the file.
  public List<Finding> lint() {
    return Manifest.lint(name, path);
  }

  /// Makes all changes that take no decision, and keeps every other byte of the file.
  ///
  /// @param before what was found in the file
  /// @return how many findings are gone
  public int fix(List<Finding> before) {
    if (before.stream().allMatch(finding -> finding.fix() == null)) {
      return 0;
    }
    try {
      String original = Files.readString(path);
      String text = original;
      List<Finding> left = before;
      for (int round = 0; round < MOST_ROUNDS; round++) {
        String changed = Fix.apply(text, fixes(left));
        List<Finding> after = Manifest.lint(name, changed);
        if (changed.equals(text) || errors(after) > errors(left)) {
          break;
        }
        text = changed;
        left = after;
      }
      if (!text.equals(original)) {
        Files.writeString(path, text);
      }
      return Math.max(0, before.size() - left.size());
    } catch (IOException e) {
      throw GodwitException.config("lint.unwritable", "Cannot change the file " + name)
          .hint("Check that it may be written.")
          .causedBy(e);
    }
  }

  private static List<Fix> fixes(List<Finding> findings) {
    return findings.stream().map(Finding::fix).filter(Objects::nonNull).toList();
  }

  private static long errors(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
  }
}
