package dev.godwit.cli.progress;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// How many a second, over the last ten seconds. For one thread at a time.
final class Rate {
  private static final int SECONDS = 10;

  private final long begun;
  private final long[] counts = new long[SECONDS];
  private long second;

  /// @param now in nanoseconds, like [System#nanoTime]
  Rate(long now) {
    begun = now;
  }

  void add(long count, long now) {
    forget(now);
    counts[slot(second)] += count;
  }

  long perSecond(long now) {
    forget(now);
    double passed = (now - begun) / 1e9;
    double remembered = Math.min(passed, SECONDS - 1 + passed - second);
    return Math.round(LongStream.of(counts).sum() / Math.max(1, remembered));
  }

  private void forget(long now) {
    long current = TimeUnit.NANOSECONDS.toSeconds(now - begun);
    if (current - second >= SECONDS) {
      Arrays.fill(counts, 0);
    } else {
      for (long passed = second + 1; passed <= current; passed++) {
        counts[slot(passed)] = 0;
      }
    }
    second = current;
  }

  private static int slot(long second) {
    return (int) (second % SECONDS);
  }
}
