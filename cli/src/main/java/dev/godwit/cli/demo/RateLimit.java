package dev.godwit.cli.demo;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Lets a number of requests through, then none for a while. Thread-safe.
final class RateLimit {
  private final int burst;
  private final Duration pause;
  private final LongSupplier nanoTime;
  private int left;
  private long pausedAt;

  /// @param burst requests between two pauses
  /// @param nanoTime a clock like [System#nanoTime]
  RateLimit(int burst, Duration pause, LongSupplier nanoTime) {
    this.burst = burst;
    this.pause = pause;
    this.nanoTime = nanoTime;
    this.left = burst;
  }

  /// How long to wait before asking again; zero when the request may pass.
  synchronized Duration admit() {
    if (left > 0) {
      left--;
      if (left == 0) {
        pausedAt = nanoTime.getAsLong();
      }
      return Duration.ZERO;
    }
    Duration rest = pause.minusNanos(nanoTime.getAsLong() - pausedAt);
    if (rest.isPositive()) {
      return rest;
    }
    left = burst - 1;
    return Duration.ZERO;
  }
}
