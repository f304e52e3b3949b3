package dev.godwit.protocol;

import dev.godwit.core.Connector;
import java.nio.file.Path;

/// Takes every manifest for the shop's.
final class Shops implements Connectors {
  private String parsed = "";

  /// Name and text of the manifest that was parsed last.
  String parsed() {
    return parsed;
  }

  @Override
  public Connector load(Path manifest) {
    return new Shop();
  }

  @Override
  public Connector parse(String name, String text) {
    parsed = name + ": " + text;
    return new Shop();
  }
}
