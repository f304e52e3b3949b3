package dev.godwit.protocol;

import dev.godwit.core.Connector;
import java.nio.file.Path;

/// Makes connectors out of manifests.
public interface Connectors {
  /// Reads a manifest from a file.
  Connector load(Path manifest);

  /// Reads a manifest from text.
  ///
  /// @param name stands for the file in errors
  Connector parse(String name, String text);
}
