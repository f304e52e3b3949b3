package dev.godwit.cli.python;

import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Style;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.error.Place;
import dev.godwit.python.Misfit;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What does not go together, for people and for programs.
final class MisfitReport {
  private MisfitReport() {}

  /// One line each, as compilers write them, and on the next where the manifest names the class.
  static void print(List<Misfit> misfits, int classes, Path file, Terminal terminal) {
    Channel out = terminal.out();
    for (Misfit misfit : misfits) {
      out.line(line(misfit, file, out.style()));
      out.line("  " + misfit.site().type() + " at " + misfit.site().place());
    }
    Channel err = terminal.err();
    String looked = classes == 1 ? "1 component" : classes + " components";
    err.line(
        misfits.isEmpty()
            ? err.style().done() + " Nothing found in " + looked
            : "%d errors, %d warnings in %s".formatted(errors(misfits), warnings(misfits), looked));
  }

  private static String line(Misfit misfit, Path file, Style style) {
    String place = misfit.line() == 0 ? file + ":" : file + ":" + misfit.line() + ":";
    String severity = misfit.error() ? style.red("error:") : style.yellow("warning:");
    return "%s %s %s %s"
        .formatted(
            style.bold(place), severity, misfit.message(), style.dim("[" + misfit.code() + "]"));
  }

  static Map<String, @Nullable Object> json(List<Misfit> misfits, int classes, Path file) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("components", (long) classes);
    json.put("errors", errors(misfits));
    json.put("warnings", warnings(misfits));
    json.put("findings", misfits.stream().map(MisfitReport::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(Misfit misfit) {
    Place place = misfit.site().place();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("severity", misfit.error() ? "error" : "warning");
    json.put("code", misfit.code());
    json.put("message", misfit.message());
    json.put("line", misfit.line() == 0 ? null : (Object) (long) misfit.line());
    json.put("type", misfit.site().type());
    json.put("class_name", misfit.site().className());
    json.put("path", misfit.site().path());
    json.put("manifest_line", (long) place.line());
    return json;
  }

  private static long errors(List<Misfit> misfits) {
    return misfits.stream().filter(Misfit::error).count();
  }

  private static long warnings(List<Misfit> misfits) {
    return misfits.size() - errors(misfits);
  }
}
