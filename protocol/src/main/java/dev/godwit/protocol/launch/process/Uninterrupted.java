package dev.godwit.protocol.launch.process;

/// Waits that an interrupt does not end. It is kept for later.
final class Uninterrupted {
  private Uninterrupted() {}

  /// Something that waits.
  @FunctionalInterface
  interface Wait<T> {
    T call() throws InterruptedException;
  }

  static <T> T call(Wait<T> wait) {
    boolean interrupted = Thread.interrupted();
    while (true) {
      try {
        T result = wait.call();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return result;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }
}
