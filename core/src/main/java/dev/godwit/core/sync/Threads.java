package dev.godwit.core.sync;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The virtual threads of a run, so that none outlives it.
final class Threads implements AutoCloseable {
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// Work that may be interrupted.
  @FunctionalInterface
  interface Work {
    void run() throws InterruptedException;
  }

  Thread start(String name, Work work) {
    Thread thread = Thread.ofVirtual().name(name).unstarted(() -> runAndForget(work));
    running.add(thread);
    thread.start();
    if (closed) {
      thread.interrupt();
    }
    return thread;
  }

  private void runAndForget(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.remove(Thread.currentThread());
    }
  }

  /// Interrupts what still runs.
  void interrupt() {
    closed = true;
    running.forEach(Thread::interrupt);
  }

  /// Interrupts what still runs and waits until it has ended.
  @Override
  public void close() {
    interrupt();
    boolean interrupted = false;
    for (Thread thread : running) {
      interrupted |= !join(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean join(Thread thread) {
    try {
      thread.join();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
