package dev.godwit.protocol.launch;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a connector's program is run.
public sealed interface Launch {
  /// A program that is there already.
  ///
  /// @param program its path, or a bare name that is looked for on `PATH`
  /// @param arguments come before the command
  record Executable(Path program, List<String> arguments) implements Launch {
    public Executable {
      arguments = List.copyOf(arguments);
    }
  }

  /// A Python package, which gets an environment of its own.
  ///
  /// @param requirement what pip understands: a name, `name==version`, a path, an address
  /// @param program the console script to run; null takes the one named like the package without
  ///   `airbyte-`, else the only one, else the package itself as a module
  /// @param frozen the exact list of packages to install, as {@link Program#frozen()} gave it once;
  ///   empty resolves the requirement anew
  record PythonPackage(String requirement, @Nullable String program, List<String> frozen)
      implements Launch {
    public PythonPackage {
      frozen = List.copyOf(frozen);
    }

    public PythonPackage(String requirement) {
      this(requirement, null, List.of());
    }
  }

  /// A container image.
  ///
  /// @param image as its runtime names it: `name:tag`, `name@sha256:…`
  record ContainerImage(String image) implements Launch {}
}
