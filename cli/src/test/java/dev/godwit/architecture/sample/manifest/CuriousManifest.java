package dev.godwit.architecture.sample.manifest;

import dev.godwit.architecture.sample.manifest.internal.Secret;
import dev.godwit.architecture.sample.protocol.NosyProtocol;

/// Depends on its sibling, and on its own internals, which is its right.
public final class CuriousManifest {
  private CuriousManifest() {}

  public static Class<?> sibling() {
    return Secret.KNOWN ? NosyProtocol.class : Secret.class;
  }
}
