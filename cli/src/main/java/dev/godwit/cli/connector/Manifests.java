package dev.godwit.cli.connector;

import dev.godwit.core.Connector;
import dev.godwit.manifest.Manifest;
import dev.godwit.protocol.Connectors;
import java.nio.file.Path;

/// Low-code manifests as the connectors of Airbyte's commands.
final class Manifests implements Connectors {
  @Override
  public Connector load(Path manifest) {
    return Manifest.load(manifest);
  }

  @Override
  public Connector parse(String name, String text) {
    return Manifest.parse(name, text);
  }
}
