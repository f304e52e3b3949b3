package dev.godwit.architecture.sample.protocol;

import dev.godwit.architecture.sample.manifest.internal.Secret;

/// Looks into the internals of another module.
public final class NosyProtocol {
  private NosyProtocol() {}

  public static Object secret() {
    return Secret.KNOWN;
  }
}
