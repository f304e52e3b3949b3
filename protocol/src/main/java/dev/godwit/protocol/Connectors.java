package dev.godwit.protocol;

import dev.godwit.core.Connector;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Makes connectors out of manifests.
public interface Connectors {
  /// Reads a manifest from a file.
  ///
  /// @param components the file of its Python components; null where none is named
  Connector load(Path manifest, @Nullable Path components);

  /// Reads a manifest from text.
  ///
  /// @param name stands for the file in errors
  /// @param components the file of its Python components; null where none is named
  Connector parse(String name, String text, @Nullable Path components);
}
