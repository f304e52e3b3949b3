package dev.godwit.cli.connector;

import dev.godwit.core.Connector;
import dev.godwit.manifest.Manifest;
import dev.godwit.permission.GuardedManifest;
import dev.godwit.permission.PythonPermission;
import dev.godwit.protocol.Connectors;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Low-code manifests as the connectors of Airbyte's commands.
final class Manifests implements Connectors {
  @Override
  public Connector load(Path manifest, @Nullable Path components) {
    return guarded(Manifest.load(manifest), manifest, components);
  }

  @Override
  public Connector parse(String name, String text, @Nullable Path components) {
    return guarded(Manifest.parse(name, text), Path.of(name), components);
  }

  /// Whoever names a file of components with the manifest lets it run.
  private static Connector guarded(Manifest manifest, Path file, @Nullable Path components) {
    PythonPermission permission = new PythonPermission(components != null, components);
    return new GuardedManifest(manifest, permission.file(file), permission, null);
  }
}
