package dev.godwit.permission;

import dev.godwit.core.Connector;
import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.manifest.Manifest;
import dev.godwit.python.Misfit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A manifest whose Python runs only where it may. Immutable and thread-safe.
///
/// @param components the file of its Python, whether it is there or not
/// @param project the folder whose lock file pins that file; null pins nothing
public record GuardedManifest(
    Manifest manifest, Path components, PythonPermission permission, @Nullable Path project)
    implements Connector {
  @Override
  public ConnectorSpec spec() {
    return manifest.spec();
  }

  @Override
  public Source open(Map<String, @Nullable Object> config, Surroundings surroundings) {
    return manifest.open(config, surroundings, gate(surroundings));
  }

  /// Holds the Python classes against what the manifest does with them. The file is imported for
  /// that, so it has to be allowed as for a sync.
  ///
  /// @throws dev.godwit.core.error.GodwitException CONFIG when it is not, or not there
  public List<Misfit> reviewPython(Surroundings surroundings) {
    return gate(surroundings).review(manifest.pythonComponents(), surroundings);
  }

  private PythonGate gate(Surroundings surroundings) {
    return new PythonGate(components, permission.or(surroundings.variables()), project);
  }
}
