package dev.godwit.manifest.internal.template;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonException.Kind;
import java.util.Locale;
import java.util.Set;

/// The errors of evaluating templates. They show the template's source and the names in it, never
/// the values, which may be secret.
final class EvaluationError {
  private static final Set<Kind> TELLING = Set.of(Kind.UNDEFINED, Kind.SECURITY, Kind.RUNTIME);

  private EvaluationError() {}

  static GodwitException of(String source, PythonException cause) {
    Kind kind = cause.kind();
    String detail = TELLING.contains(kind) ? ": " + cause.text() : "";
    String code = "template." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return GodwitException.system(
            code, "template " + shown(source) + " raised " + kind.pythonName() + detail)
        .hint("Check what the template is given: `preview` shows the values.");
  }

  static GodwitException undeclared(String source, Set<String> names) {
    return GodwitException.system(
            "template.undeclared",
            "template " + shown(source) + " names variables that do not exist here: " + names)
        .hint("Use a variable that this place offers, such as config.");
  }

  static GodwitException streamState(String source) {
    return GodwitException.config(
            "template.stream-state",
            "template " + shown(source) + " names stream_state, which is no longer supported")
        .hint("Use stream_interval instead.");
  }

  static GodwitException tooDeep(String source) {
    return GodwitException.system(
        "template.too-deep", "template " + shown(source) + " met values nested too deeply");
  }

  /// The source on one line, cut where it is long.
  static String shown(String source) {
    String line = source.strip().replace('\n', ' ');
    return "`" + (line.length() > 200 ? line.substring(0, 200) + "…" : line) + "`";
  }
}
