package dev.godwit.manifest.internal.job;

import dev.godwit.core.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The time since a reading of jobs began. Waits count also where the clock stands still, so that
/// jobs time out there too. For one thread.
final class JobClock {
  private final Clock clock;
  private final Sleeper sleeper;
  private final Instant start;
  private Duration waited = Duration.ZERO;

  JobClock(Clock clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
    this.start = clock.instant();
  }

  Duration now() {
    Duration passed = Duration.between(start, clock.instant());
    return passed.compareTo(waited) > 0 ? passed : waited;
  }

  void sleep(Duration time) throws InterruptedException {
    sleeper.sleep(time);
    waited = waited.plus(time);
  }
}
