package dev.godwit.core.sync;

import dev.godwit.core.error.GodwitException;

/// Turns whatever was thrown into the one exception that reports know.
final class Failures {
  private Failures() {}

  static GodwitException asGodwit(Throwable thrown) {
    return thrown instanceof GodwitException known
        ? known
        : GodwitException.system(
                "sync.unexpected", "An unexpected error occurred: " + inWords(thrown))
            .hint("This is a defect of Godwit or of a component. Please report it with the log.")
            .causedBy(thrown);
  }

  private static String inWords(Throwable thrown) {
    try {
      return thrown.toString();
    } catch (RuntimeException | Error unprintable) {
      return thrown.getClass().getName();
    }
  }

  static GodwitException cancelled() {
    return GodwitException.transientError("sync.cancelled", "The sync was cancelled.")
        .hint("Run it again: it goes on from the last checkpoint.");
  }
}
