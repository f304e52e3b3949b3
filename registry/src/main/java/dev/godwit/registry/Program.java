package dev.godwit.registry;

import java.nio.file.Path;

/// A connector in a form that can be run.
public sealed interface Program {
  /// A manifest, which Godwit runs itself.
  ///
  /// @param file where it lies; not to be changed
  record Manifest(Path file) implements Program {}

  /// A package of Python.
  record PythonPackage(String name, String version) implements Program {}

  /// An image of a container.
  record Image(String repository, String tag) implements Program {}
}
