package dev.godwit.protocol.launch.python;

import dev.godwit.protocol.launch.process.SearchPath;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What makes environments and installs into them. Indexes, proxies and caches are those of its own
/// environment variables and files.
sealed interface Installer {
  /// uv where it is on `PATH`, else what comes with Python.
  static Installer on(SearchPath programs) {
    return programs.find("uv").<Installer>map(Uv::new).orElseGet(Pip::new);
  }

  String name();

  /// Commands that make an environment, each to be tried when the one before it has failed.
  ///
  /// @param python path or version of the interpreter
  List<List<String>> create(String python, Path venv);

  /// The command that installs.
  ///
  /// @param interpreter of the environment
  List<String> install(Path interpreter, List<String> what);

  /// An environment gets setuptools where Python's own would have them: old packages forget to name
  /// them. That needs an index, so it may fail.
  record Uv(Path program) implements Installer {
    @Override
    public String name() {
      return "uv";
    }

    @Override
    public List<List<String>> create(String python, Path venv) {
      return List.of(
          List.of(program.toString(), "venv", "--seed", "--python", python, venv.toString()),
          List.of(program.toString(), "venv", "--python", python, venv.toString()));
    }

    @Override
    public List<String> install(Path interpreter, List<String> what) {
      return Stream.concat(
              Stream.of(program.toString(), "pip", "install", "--python", interpreter.toString()),
              what.stream())
          .toList();
    }
  }

  /// The modules `venv` and `pip`.
  record Pip() implements Installer {
    @Override
    public String name() {
      return "pip";
    }

    @Override
    public List<List<String>> create(String python, Path venv) {
      return List.of(List.of(python, "-m", "venv", venv.toString()));
    }

    @Override
    public List<String> install(Path interpreter, List<String> what) {
      return Stream.concat(
              Stream.of(
                  interpreter.toString(),
                  "-m",
                  "pip",
                  "install",
                  "--disable-pip-version-check",
                  "--no-input",
                  "--progress-bar=off"),
              what.stream())
          .toList();
    }
  }
}
