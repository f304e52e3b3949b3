package dev.godwit.manifest.internal.lint;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.manifest.internal.document.Mark;
import dev.godwit.manifest.internal.document.Nearest;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.lint.Finding;
import dev.godwit.manifest.lint.Fix;
import dev.godwit.manifest.lint.LintCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects findings. What is written once and used often is told once.
final class Findings {
  private record Told(int line, int column, LintCode code, String message) {}

  private final String file;
  private final SourceText source;
  private final List<Finding> found = new ArrayList<>();
  private final Set<Told> told = new HashSet<>();
  private final Set<Mark> brokenReferences = new HashSet<>();

  Findings(String file, SourceText source) {
    this.file = file;
    this.source = source;
  }

  SourceText source() {
    return source;
  }

  /// Adds an error of reading. One at a reference that leads nowhere only follows from that.
  void add(GodwitException problem) {
    Place place = problem.place();
    Mark mark = new Mark(file, Math.max(1, place.line()), Math.max(1, place.column()));
    LintCode code = ErrorCodes.of(problem);
    if (code == LintCode.UNDEFINED_REFERENCE || code == LintCode.CIRCULAR_REFERENCE) {
      brokenReferences.add(mark);
    } else if (brokenReferences.contains(mark)) {
      return;
    }
    String path = place.path() == null ? "" : place.path();
    add(code, mark, path, problem.message(), problem.hint(), fix(mark, problem.hint()));
  }

  /// A problem whose hint names the word that was probably meant is settled by that word.
  private @Nullable Fix fix(Mark mark, @Nullable String hint) {
    String meant = Nearest.asked(hint);
    if (meant != null && meant.startsWith("type: ")) {
      return source.insertType(mark, meant.substring("type: ".length()));
    }
    String written = source.word(mark);
    return meant != null && written != null && Nearest.of(written, List.of(meant)) != null
        ? source.replace(mark, written, meant)
        : null;
  }

  /// Adds what is wrong with a component as a whole.
  void inconsistent(Origin origin, String message) {
    add(LintCode.INCONSISTENT, origin.node().mark(), origin.path(), message);
  }

  /// Adds what is wrong with a component, at one of its fields.
  void inconsistent(Origin origin, String field, String message) {
    add(LintCode.INCONSISTENT, origin, field, message);
  }

  void add(LintCode code, Origin origin, String field, String message) {
    Place place = origin.place(field);
    Mark mark = new Mark(file, place.line(), place.column());
    add(code, mark, place.path() == null ? "" : place.path(), message);
  }

  void add(LintCode code, Mark mark, String path, String message) {
    add(code, mark, path, message, null, null);
  }

  /// @param path inside the document; empty where the place has none
  void add(
      LintCode code,
      Mark mark,
      String path,
      String message,
      @Nullable String suggestion,
      @Nullable Fix fix) {
    int line = Math.max(1, mark.line());
    int column = Math.max(1, mark.column());
    if (told.add(new Told(line, column, code, message))) {
      String inside = path.isEmpty() ? null : path;
      found.add(new Finding(file, line, column, inside, code, message, suggestion, fix));
    }
  }

  List<Finding> inOrder() {
    return found.stream().sorted(Finding.IN_ORDER).toList();
  }
}
