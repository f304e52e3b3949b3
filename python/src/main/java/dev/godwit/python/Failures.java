package dev.godwit.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.protocol.launch.process.LastLines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes wrong in Python, in words for users.
final class Failures {
  private Failures() {}

  /// A component has raised an exception.
  static GodwitException of(ComponentSite site, Map<String, @Nullable Object> said) {
    String where = text(said, "where");
    String message =
        site.className()
            + " failed"
            + (where.isEmpty() ? "" : " (" + where + ")")
            + ": "
            + described(said);
    GodwitException failure =
        switch (text(said, "failure")) {
          case "config_error" -> GodwitException.config("component.failed", message);
          case "transient_error" -> GodwitException.transientError("component.failed", message);
          default -> GodwitException.system("component.failed", message);
        };
    return failure
        .hint("The component is part of the connector: tell its authors, or correct it.")
        .at(site.place());
  }

  /// @param what was given up, to begin a sentence with
  static GodwitException interrupted(String what) {
    return GodwitException.transientError("component.interrupted", what + " was interrupted.")
        .hint("Run it again.");
  }

  static GodwitException importing(Path file, Map<String, @Nullable Object> said) {
    String where = text(said, "where");
    return GodwitException.config(
            "component.import",
            file
                + " cannot be imported"
                + (where.isEmpty() ? "" : " (" + where + ")")
                + ": "
                + described(said))
        .hint("It may use a package that " + PythonSettings.REFERENCE + " does not bring.");
  }

  static GodwitException tooLong(ComponentSite site, String operation, Duration patience) {
    return GodwitException.system(
            "component.timeout",
            "%s did not end its %s within %d seconds, and its process was stopped."
                .formatted(site.className(), operation, patience.toSeconds()))
        .hint("Look for an endless loop in the component.");
  }

  static GodwitException died(ComponentSite site, String operation, int exit, LastLines errors) {
    return GodwitException.system(
            "component.died",
            "The Python process ended with exit code %d while %s did its %s.%s"
                .formatted(exit, site.className(), operation, errors.afterwards()))
        .hint(
            "If it ran out of memory, GODWIT_PYTHON_MEMORY_MB gives it more; other streams go on"
                + " with a new process.");
  }

  private static String described(Map<String, @Nullable Object> said) {
    return text(said, "type") + ": " + text(said, "message");
  }

  private static String text(Map<String, @Nullable Object> said, String name) {
    return said.get(name) instanceof String text ? text : "";
  }
}
