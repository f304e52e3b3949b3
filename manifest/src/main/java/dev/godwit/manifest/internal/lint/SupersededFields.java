package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.bind.BoundField;
import dev.godwit.manifest.internal.document.Mark;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.spec.Superseded;
import dev.godwit.manifest.lint.Fix;
import dev.godwit.manifest.lint.LintCode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fields that have a successor. Old manifests have them in every stream, so those that cannot be
/// changed mechanically are told once.
final class SupersededFields implements Rule.OfManifest {
  /// @param name of the field with the type of its component
  private record Use(String name, String successor) {}

  @Override
  public void check(LintedManifest manifest, Findings findings) {
    Map<Use, Set<Mark>> uses = new LinkedHashMap<>();
    Map<Use, String> paths = new LinkedHashMap<>();
    for (BoundField field : manifest.fields()) {
      Superseded superseded = field.part().getAnnotation(Superseded.class);
      if (superseded == null || isParameter(field)) {
        continue;
      }
      Use use = new Use(field.type() + "." + field.name(), superseded.by());
      Mark mark = findings.source().markOf(field.component(), field.name());
      Fix fix = fix(field, mark, superseded.by(), findings.source());
      if (fix != null) {
        tell(use, "", mark, field.path(), fix, findings);
      } else {
        uses.computeIfAbsent(use, _ -> new LinkedHashSet<>()).add(mark);
        paths.putIfAbsent(use, field.path());
      }
    }
    uses.forEach((use, marks) -> {
      String times =
          marks.size() == 1 ? "" : ", here and in " + (marks.size() - 1) + " more places";
      tell(use, times, marks.iterator().next(), paths.getOrDefault(use, ""), null, findings);
    });
  }

  /// Whether `$parameters` brought the field in, which nobody wrote there.
  @SuppressWarnings("ReferenceEquality") // equality would compare whole trees
  private static boolean isParameter(BoundField field) {
    return field.component().field("$parameters") instanceof ObjectNode parameters
        && parameters.field(field.name()) == field.node();
  }

  private static void tell(
      Use use, String times, Mark mark, String path, @Nullable Fix fix, Findings findings) {
    findings.add(
        LintCode.DEPRECATED,
        mark,
        path,
        use.name() + " is out of date" + times,
        "Use " + use.successor() + ".",
        fix);
  }

  /// Only an address that stands alone can change its name and nothing else.
  private static @Nullable Fix fix(
      BoundField field, Mark mark, String successor, SourceText source) {
    ObjectNode component = field.component();
    boolean alone =
        field.name().equals("url_base")
            && component.field("path") == null
            && component.field("url") == null;
    return alone ? source.replace(mark, field.name(), successor) : null;
  }
}
