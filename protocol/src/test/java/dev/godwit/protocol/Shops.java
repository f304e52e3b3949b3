package dev.godwit.protocol;

import dev.godwit.core.Connector;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Takes every manifest for the shop's.
final class Shops implements Connectors {
  private String parsed = "";
  private @Nullable Path named;

  /// Name and text of the manifest that was parsed last.
  String parsed() {
    return parsed;
  }

  /// The file of components that came with the last manifest; null for none.
  @Nullable Path components() {
    return named;
  }

  @Override
  public Connector load(Path manifest, @Nullable Path components) {
    named = components;
    return new Shop();
  }

  @Override
  public Connector parse(String name, String text, @Nullable Path components) {
    named = components;
    parsed = name + ": " + text;
    return new Shop();
  }
}
