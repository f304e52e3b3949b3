package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.bind.ManifestBinder;
import dev.godwit.manifest.internal.bind.UnknownField;
import dev.godwit.manifest.internal.document.Mark;
import dev.godwit.manifest.internal.document.Nearest;
import dev.godwit.manifest.lint.Fix;
import dev.godwit.manifest.lint.LintCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fields that their component does not have.
final class UnknownFields implements Rule.OfManifest {
  /// Components that are refused with a field too many; all others ignore it.
  private static final Set<String> CLOSED =
      Set.of("DeclarativeSource", "JwtHeaders", "JwtPayload", "ConfigNormalizationRules");

  @Override
  public void check(LintedManifest manifest, Findings findings) {
    manifest.unknown().forEach(field -> check(field, findings));
  }

  private static void check(UnknownField field, Findings findings) {
    boolean refused = CLOSED.contains(field.component());
    LintCode code = refused ? LintCode.REFUSED_FIELD : LintCode.UNKNOWN_FIELD;
    Mark mark = findings.source().markOf(field.object(), field.name());
    String path = field.place().path() == null ? "" : field.place().path();
    String message = field.component() + " has no field " + field.name();
    String meant = field.meant();
    if (meant == null || field.object().field(meant) != null) {
      findings.add(code, mark, path, message, owner(field.name()), null);
      return;
    }
    Fix fix = findings.source().replace(mark, field.name(), meant);
    findings.add(code, mark, path, message, Nearest.question(meant), fix);
  }

  /// A field that one component alone has is probably written at the wrong place.
  private static @Nullable String owner(String field) {
    List<String> owners = ManifestBinder.typesWith(field);
    return owners.size() == 1 ? field + " is a field of " + owners.getFirst() + "." : null;
  }
}
