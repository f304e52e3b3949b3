package dev.godwit;

import dev.godwit.cache.ReadResult;
import dev.godwit.core.error.GodwitException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A reading that is under way. Thread-safe.
public final class Reading implements AutoCloseable {
  private final FutureTask<ReadResult> task;
  private final Thread thread;

  Reading(Callable<ReadResult> reading) {
    this.task = new FutureTask<>(reading);
    this.thread = Thread.ofVirtual().name("godwit reading").start(task);
  }

  /// Whether it is over.
  public boolean isDone() {
    return !thread.isAlive();
  }

  /// Ends it soon. Committed rows stay. Of one that is over, nothing changes.
  public void cancel() {
    thread.interrupt();
  }

  /// Waits until it is over.
  ///
  /// @throws GodwitException as [ReadBuilder#read] does; TRANSIENT `sync.cancelled` where it was
  ///   cancelled
  /// @throws InterruptedException when the waiting thread is interrupted; the reading goes on
  public ReadResult await() throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case GodwitException told -> throw told;
        case RuntimeException defect -> throw defect;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (CancellationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Cancels it, and waits until nothing of it is left.
  @Override
  public void close() {
    cancel();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
