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
    try {
      thread.start();
    } catch (RuntimeException | Error e) {
      running.remove(thread);
      throw e;
    }
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

  /// Whether what runs was told to end.
  boolean isClosed() {
    return closed;
  }

  /// Interrupts what still runs and waits until it has ended, and what it started meanwhile too. An
  /// interrupt of the waiting thread is kept for later.
  @Override
  public void close() {
    interrupt();
    boolean interrupted = false;
    while (!running.isEmpty()) {
      for (Thread thread : running) {
        interrupted |= !join(thread);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for a thread; false when an interrupt came meanwhile.
  private static boolean join(Thread thread) {
    boolean undisturbed = true;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        undisturbed = false;
      }
    }
    return undisturbed;
  }
}
