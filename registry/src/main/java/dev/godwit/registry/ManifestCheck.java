package dev.godwit.registry;

import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;

/// Looks at a manifest before it is pinned.
@FunctionalInterface
public interface ManifestCheck {
  /// Takes every manifest.
  ManifestCheck NONE = manifest -> {};

  /// Returns normally where the manifest may be used.
  ///
  /// @throws GodwitException when it is not to be used
  void check(Path manifest);
}
