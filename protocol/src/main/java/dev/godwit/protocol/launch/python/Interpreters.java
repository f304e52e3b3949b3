package dev.godwit.protocol.launch.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.launch.process.SearchPath;
import dev.godwit.protocol.launch.process.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds interpreters of Python 3. A name on `PATH` need not run: version managers put names there
/// that only say what is not installed.
///
/// @param wanted the user's choice: a path, a name, a version such as `3.11`; null for any
record Interpreters(@Nullable String wanted, SearchPath programs, Tool tool) {
  /// Those that most connectors run with come first.
  private static final List<String> USUAL =
      List.of(
          "python3.12", "python3.11", "python3.10", "python3.13", "python3.9", "python3", "python");

  private static final Pattern VERSION = Pattern.compile("3(\\.\\d+)+");

  private static final String SAY_VERSION =
      "import sys, venv; print('%d.%d.%d' % sys.version_info[:3])";

  /// An interpreter that runs.
  record Interpreter(Path program, String version) {}

  /// Whether the user's choice is a version.
  boolean wantsVersion() {
    return wanted != null && VERSION.matcher(wanted).matches();
  }

  /// Those that run, best first, one a version.
  ///
  /// @throws GodwitException CONFIG `launch.no-python` when the user has chosen one that is not
  ///   there
  List<Interpreter> find() throws InterruptedException {
    List<Interpreter> found = new ArrayList<>();
    for (String name :
        wanted == null ? USUAL : List.of(wantsVersion() ? "python" + wanted : wanted)) {
      Optional<Interpreter> interpreter = probe(name);
      if (interpreter.isPresent() && isNew(interpreter.get(), found)) {
        found.add(interpreter.get());
      }
    }
    return found;
  }

  private static boolean isNew(Interpreter one, List<Interpreter> found) {
    return found.stream().noneMatch(other -> other.version().equals(one.version()));
  }

  private Optional<Interpreter> probe(String name) throws InterruptedException {
    Path path = Path.of(name);
    Optional<Path> program =
        path.getNameCount() > 1 || path.isAbsolute()
            ? Optional.of(path.toAbsolutePath()).filter(SearchPath::isProgram)
            : programs.find(name);
    if (program.isEmpty()) {
      return Optional.empty();
    }
    try {
      Tool.Result said =
          tool.run(List.of(program.get().toString(), "-I", "-c", SAY_VERSION), line -> {});
      String version = said.output().isEmpty() ? "" : said.output().getLast();
      return said.ok() && VERSION.matcher(version).matches()
          ? Optional.of(new Interpreter(program.get(), version))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
