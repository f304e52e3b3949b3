package dev.godwit.registry.internal.index;

import dev.godwit.core.error.GodwitException;

/// What a registry must not say.
final class Untrusted {
  private Untrusted() {}

  static GodwitException because(String reason) {
    return GodwitException.system("registry.untrusted", reason)
        .hint("Something is wrong with the registry: tell those who run it.");
  }
}
