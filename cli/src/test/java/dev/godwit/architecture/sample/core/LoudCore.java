package dev.godwit.architecture.sample.core;

import dev.godwit.architecture.sample.manifest.CuriousManifest;

/// Depends on a module above it, prints, and throws an error without a name.
public final class LoudCore {
  private LoudCore() {}

  public static void shout() {
    System.out.println(CuriousManifest.class);
    throw new RuntimeException("something happened");
  }
}
