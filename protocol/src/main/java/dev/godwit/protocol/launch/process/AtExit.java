package dev.godwit.protocol.launch.process;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stops all processes when the JVM ends in good order: Ctrl-C, SIGTERM, `System.exit`.
final class AtExit {
  /// Others may be started meanwhile.
  private static final int ROUNDS = 3;

  private static final Set<Watched> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtExit::stopAll, "godwit-children"));
  }

  private AtExit() {}

  static void remember(Watched process) {
    RUNNING.add(process);
  }

  static void forget(Watched process) {
    RUNNING.remove(process);
  }

  /// All are asked before any is waited for.
  private static void stopAll() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Watched> running = List.copyOf(RUNNING);
      running.forEach(Watched::ask);
      running.forEach(Watched::stop);
    }
  }
}
