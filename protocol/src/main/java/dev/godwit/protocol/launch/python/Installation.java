package dev.godwit.protocol.launch.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.process.Folders;
import dev.godwit.protocol.launch.process.LastLines;
import dev.godwit.protocol.launch.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Makes one environment. Half of one may be left where it fails.
///
/// @param frozen the exact list of packages; empty when the requirement is to be resolved
record Installation(
    Requirement requirement,
    List<String> frozen,
    Path folder,
    Installer installer,
    Tool tool,
    Log log) {
  private static final Pattern OTHER_PYTHON =
      Pattern.compile(
          "requires? a different python|does not satisfy Python|Requires-Python|requires Python"
              + " ?[<>=!~]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NETWORK =
      Pattern.compile(
          "timed? ?out|name resolution|unreachable|connection"
              + " (refused|reset|broken|aborted|error)|NewConnectionError|ProxyError|SSLError|failed"
              + " to fetch|error sending request|dns error",
          Pattern.CASE_INSENSITIVE);

  /// The package cannot be installed for this version of Python.
  static final class OtherPythonNeeded extends Exception {
    private static final long serialVersionUID = 1L;

    OtherPythonNeeded(String message) {
      super(message);
    }
  }

  /// @param python path or version of the interpreter
  /// @throws GodwitException CONFIG or TRANSIENT `launch.install-failed`
  PythonEnvironment run(String python) throws IOException, InterruptedException, OtherPythonNeeded {
    Path venv = folder.resolve("venv");
    create(python, venv);
    Path interpreter = PythonEnvironment.interpreter(folder);
    Tool.Result installed = tool.run(installer.install(interpreter, what()), this::tell);
    if (!installed.ok()) {
      throw failed("cannot be installed by " + installer.name(), installed.last());
    }
    Tool.Result inspected =
        tool.run(
            List.of(
                interpreter.toString(), "-I", "-c", inspection(), requirement.name().orElse("")),
            line -> {});
    if (!inspected.ok()) {
      throw failed("was installed and cannot be found", inspected.last());
    }
    return Completed.write(folder, String.join("\n", inspected.output()));
  }

  private void create(String python, Path venv)
      throws IOException, InterruptedException, OtherPythonNeeded {
    LastLines last = new LastLines();
    for (List<String> command : installer.create(python, venv)) {
      Folders.remove(venv);
      Tool.Result created = tool.run(command, this::tell);
      if (created.ok()) {
        return;
      }
      last = created.last();
    }
    throw failed(
        "gets no environment by " + String.join(" ", installer.create(python, venv).getLast()),
        last);
  }

  private List<String> what() throws IOException {
    if (frozen.isEmpty()) {
      return List.of(requirement.text());
    }
    Path list = Files.write(folder.resolve("requirements.txt"), frozen);
    return List.of("--no-deps", "-r", list.toString());
  }

  private void tell(String line) {
    log.debug(installer.name() + ": " + Requirement.shown(line));
  }

  private GodwitException failed(String what, LastLines last) throws OtherPythonNeeded {
    String said = String.join(" ", last.all()).replaceAll("\\s+", " ");
    String message =
        "The Python package "
            + requirement.shown()
            + " "
            + what
            + "."
            + Requirement.shown(last.afterwards());
    if (OTHER_PYTHON.matcher(said).find()) {
      throw new OtherPythonNeeded(message);
    }
    return NETWORK.matcher(said).find()
        ? GodwitException.transientError("launch.install-failed", message)
            .hint("Check the connection to the package index, proxies too, and try again.")
        : GodwitException.config("launch.install-failed", message)
            .hint("Check name and version; nothing was kept of the attempt.");
  }

  private static String inspection() throws IOException {
    try (InputStream script = Installation.class.getResourceAsStream("inspect_package.py")) {
      if (script == null) {
        throw new IOException("inspect_package.py is missing");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
