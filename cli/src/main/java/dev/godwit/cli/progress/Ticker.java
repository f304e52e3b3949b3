package dev.godwit.cli.progress;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Does something again and again until it is closed.
final class Ticker implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private Ticker(Duration pause, Runnable action) {
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("progress")
            .unstarted(() -> {
              while (!isClosedWithin(pause)) {
                action.run();
              }
            });
  }

  static Ticker start(Duration pause, Runnable action) {
    Ticker ticker = new Ticker(pause, action);
    ticker.thread.start();
    return ticker;
  }

  private boolean isClosedWithin(Duration pause) {
    try {
      return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /// Returns when the action has run for the last time.
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
