package dev.godwit.cli.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Turns Ctrl-C, or a polite kill, into a cancellation: the process ends when this signal is
/// closed, not before.
public final class StopSignal implements AutoCloseable {
  private final List<Runnable> cancellations = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");

  private StopSignal() {}

  /// Begins to listen.
  public static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /// What to do when the process is asked to end. Must be quick and thread-safe.
  public void onStop(Runnable cancel) {
    cancellations.add(cancel);
  }

  private void stop() {
    cancellations.forEach(Runnable::run);
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets the process end.
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException processEnds) {
      cancellations.clear();
    }
  }
}
