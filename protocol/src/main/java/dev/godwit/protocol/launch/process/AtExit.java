package dev.godwit.protocol.launch.process;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stops all processes when the JVM ends in good order: Ctrl-C, SIGTERM, `System.exit`.
final class AtExit {
  private static final Set<Watched> RUNNING = ConcurrentHashMap.newKeySet();

  private static volatile boolean exiting;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtExit::stopAll, "godwit-children"));
  }

  private AtExit() {}

  /// A process that is started while the JVM ends is asked to end at once.
  static void remember(Watched process) {
    RUNNING.add(process);
    if (exiting) {
      process.ask();
    }
  }

  static void forget(Watched process) {
    RUNNING.remove(process);
  }

  /// All are asked before any is waited for.
  private static void stopAll() {
    exiting = true;
    List<Watched> running = List.copyOf(RUNNING);
    running.forEach(Watched::ask);
    running.forEach(Watched::stop);
  }
}
