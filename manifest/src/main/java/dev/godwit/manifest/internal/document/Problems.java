package dev.godwit.manifest.internal.document;

import dev.godwit.core.error.GodwitException;

/// Hears of each problem after which reading a manifest can go on. Whoever reports one goes on as
/// if the place held nothing, or what was written there.
@FunctionalInterface
public interface Problems {
  /// Refuses the manifest at its first problem.
  Problems REFUSE =
      problem -> {
        throw problem;
      };

  /// Notes a problem, or throws it.
  void add(GodwitException problem);
}
