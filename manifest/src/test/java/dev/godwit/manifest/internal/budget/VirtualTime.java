package dev.godwit.manifest.internal.budget;

import dev.godwit.core.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/// A clock that moves only when all of a given number of threads sleep, to the moment when the
/// first of them wakes.
final class VirtualTime extends Clock implements Sleeper {
  private final PriorityQueue<Instant> wakings = new PriorityQueue<>();
  private final List<Duration> sleeps = new ArrayList<>();
  private final int threads;
  private Instant now = Instant.parse("2024-03-10T12:00:00Z");
  private int gone;

  VirtualTime(int threads) {
    this.threads = threads;
  }

  @Override
  public synchronized void sleep(Duration time) throws InterruptedException {
    sleeps.add(time);
    Instant end = now.plus(time);
    wakings.add(end);
    moveOn();
    while (now.isBefore(end)) {
      wait();
    }
    wakings.remove(end);
  }

  /// One thread less, which will not sleep again.
  synchronized void leave() {
    gone++;
    moveOn();
  }

  private void moveOn() {
    Instant first = wakings.peek();
    if (first != null && wakings.size() >= threads - gone && first.isAfter(now)) {
      now = first;
      notifyAll();
    }
  }

  synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("only UTC");
  }
}
