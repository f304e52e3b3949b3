package dev.godwit.protocol.foreign;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Notices a program that has stopped without a word, and ends it. Time in which nobody listens to
/// the program does not count. Thread-safe.
final class Heartbeat implements AutoCloseable {
  private final Duration limit;
  private final Runnable end;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile long beats;
  private volatile long listeningSince;
  private volatile boolean listening;
  private volatile boolean silent;

  /// @param limit how long the program may be silent; zero for ever
  /// @param end ends the program
  Heartbeat(Duration limit, Runnable end) {
    this.limit = limit;
    this.end = end;
    if (limit.isPositive()) {
      Thread.ofVirtual().name("heartbeat").start(this::watch);
    }
  }

  /// Says that somebody waits for the program's next word. For the one thread that listens.
  void listen() {
    listeningSince = System.nanoTime();
    listening = true;
  }

  /// Says that a word has come. For the one thread that listens.
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  void heard() {
    listening = false;
    beats++;
  }

  /// How many words have come.
  long beats() {
    return beats;
  }

  /// Whether the program was ended because of its silence.
  boolean isSilent() {
    return silent;
  }

  Duration limit() {
    return limit;
  }

  private void watch() {
    long nanos = TimeUnit.NANOSECONDS.convert(limit);
    long wait = nanos;
    try {
      while (!closed.await(wait, TimeUnit.NANOSECONDS)) {
        long left = listening ? nanos - (System.nanoTime() - listeningSince) : nanos;
        if (left <= 0) {
          silent = true;
          end.run();
          return;
        }
        wait = left;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
