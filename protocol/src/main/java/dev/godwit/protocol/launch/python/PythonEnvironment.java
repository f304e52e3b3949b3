package dev.godwit.protocol.launch.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.launch.process.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An environment that is complete, with the package that was asked for.
///
/// @param folder of the environment
/// @param name of the package, in pip's plain form
/// @param version exactly the one that is installed
/// @param python the interpreter's version
/// @param scripts names of its console scripts
/// @param module that can be run instead; null where there is none
/// @param frozen all that is installed, with versions
public record PythonEnvironment(
    Path folder,
    String name,
    String version,
    String python,
    List<String> scripts,
    @Nullable String module,
    List<String> frozen) {
  private static final String AIRBYTE = "airbyte-";

  public PythonEnvironment {
    scripts = List.copyOf(scripts);
    frozen = List.copyOf(frozen);
  }

  /// Where programs lie in the environment of a folder.
  static Path programs(Path folder) {
    return folder.resolve("venv", Platform.WINDOWS ? "Scripts" : "bin");
  }

  /// The interpreter of the environment of a folder.
  static Path interpreter(Path folder) {
    return programs(folder).resolve(Platform.WINDOWS ? "python.exe" : "python");
  }

  /// The folder of its programs.
  public Path programs() {
    return programs(folder);
  }

  /// Its interpreter.
  public Path interpreter() {
    return interpreter(folder);
  }

  /// What runs the package.
  ///
  /// @param program a console script; null takes the one named like the package without `airbyte-`,
  ///   else the only one, else the module
  /// @throws GodwitException CONFIG `launch.no-script`
  public List<String> command(@Nullable String program) {
    if (program != null) {
      return List.of(existing(program).toString());
    }
    String usual = name.startsWith(AIRBYTE) ? name.substring(AIRBYTE.length()) : name;
    if (scripts.contains(usual)) {
      return List.of(existing(usual).toString());
    }
    if (scripts.size() == 1) {
      return List.of(existing(scripts.getFirst()).toString());
    }
    if (module != null) {
      return List.of(interpreter(folder).toString(), "-m", module);
    }
    throw noScript("The package " + name + " has no program named " + usual + ".");
  }

  private Path existing(String script) {
    Path program = programs().resolve(Platform.WINDOWS ? script + ".exe" : script);
    if (programs().equals(program.getParent()) && Files.isExecutable(program)) {
      return program;
    }
    throw noScript("The package " + name + " has no program named " + script + ".");
  }

  private GodwitException noScript(String message) {
    List<String> known = new ArrayList<>(scripts);
    return GodwitException.config("launch.no-script", message)
        .hint(
            known.isEmpty()
                ? "It has no programs at all, so it may not be a connector."
                : "It has: " + String.join(", ", known) + ".");
  }
}
