package dev.godwit.architecture.sample.manifest.internal;

import dev.godwit.architecture.sample.protocol.NosyProtocol;

/// Knows who looks at it: a cycle of packages.
public final class Secret {
  public static final Boolean KNOWN = true;

  private Secret() {}

  public static Class<?> reader() {
    return NosyProtocol.class;
  }
}
