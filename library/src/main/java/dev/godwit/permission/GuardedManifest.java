package dev.godwit.permission;

import dev.godwit.core.Connector;
import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.manifest.Manifest;
import java.nio.file.Path;
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
    PythonGate gate = new PythonGate(components, permission.or(surroundings.variables()), project);
    return manifest.open(config, surroundings, gate);
  }
}
