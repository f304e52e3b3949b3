package dev.godwit.registry;

import dev.godwit.core.error.GodwitException;

/// Errors of those who may ask nobody.
final class Offline {
  private Offline() {}

  static GodwitException without(String what) {
    return GodwitException.config(
            "registry.offline", what + " has not been downloaded, and nothing may be asked.")
        .hint("Run the command once without --offline and GODWIT_OFFLINE.");
  }
}
