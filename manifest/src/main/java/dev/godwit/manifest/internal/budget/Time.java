package dev.godwit.manifest.internal.budget;

import dev.godwit.core.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// The present in microseconds. A clock that stands still is taken to have moved by as much as was
/// waited. Thread-safe.
final class Time {
  private final Clock clock;
  private final Sleeper sleeper;
  private final AtomicLong least = new AtomicLong(Long.MIN_VALUE);

  Time(Clock clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  long now() {
    Instant instant = clock.instant();
    long micros = instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    return Math.max(micros, least.get());
  }

  void sleep(long micros) throws InterruptedException {
    long end = now() + micros;
    sleeper.sleep(Duration.ofNanos(micros * 1_000));
    least.accumulateAndGet(end, Math::max);
  }
}
