package dev.godwit.core.sync;

import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.queue.ByteQueue;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits for signals and notices a source that has stopped without a word. Rows, answers of the API
/// and announced waits are signs of life; time in which the stream waits for its turn does not
/// count. For one thread, but for {@link #expectSilence}.
final class Watchdog {
  private final ByteQueue<Signal> queue;
  private final long limit;
  private final Supplier<Object> life;
  private final BooleanSupplier waitsForTurn;
  private Object seen = Traffic.NONE;
  private volatile long silentSince = System.nanoTime();
  private volatile long expectedUntil = silentSince;

  /// @param limit how long a source may be silent; zero for ever
  Watchdog(
      ByteQueue<Signal> queue,
      Duration limit,
      Supplier<Object> life,
      BooleanSupplier waitsForTurn) {
    this.queue = queue;
    this.limit = limit.isPositive() ? TimeUnit.NANOSECONDS.convert(limit) : ByteQueue.FOREVER;
    this.life = life;
    this.waitsForTurn = waitsForTurn;
  }

  /// Notes an announced wait, which is no silence. Any thread may call this.
  void expectSilence(Duration wait) {
    long until = System.nanoTime() + TimeUnit.NANOSECONDS.convert(wait);
    if (until - expectedUntil > 0) {
      expectedUntil = until;
    }
  }

  private void heard() {
    silentSince = System.nanoTime();
  }

  /// The next signal, or null when none came for `nanos`.
  ///
  /// @throws GodwitException TRANSIENT `sync.silent`
  @Nullable Signal take(long nanos) throws InterruptedException {
    heard();
    long deadline = nanos == ByteQueue.FOREVER ? ByteQueue.FOREVER : System.nanoTime() + nanos;
    while (true) {
      long left = deadline == ByteQueue.FOREVER ? deadline : deadline - System.nanoTime();
      long patience = limit == ByteQueue.FOREVER ? limit : limit - silence();
      Signal signal = queue.take(Math.min(left, patience));
      if (signal != null || left <= patience) {
        return signal;
      }
      listen();
      if (silence() >= limit) {
        throw silent();
      }
    }
  }

  private long silence() {
    long now = System.nanoTime();
    return Math.min(now - silentSince, now - expectedUntil);
  }

  private void listen() {
    Object now = life.get();
    if (!now.equals(seen) || waitsForTurn.getAsBoolean()) {
      seen = now;
      heard();
    }
  }

  private GodwitException silent() {
    return GodwitException.transientError(
            "sync.silent",
            "The source gave no sign of life for %s.".formatted(inWords(Duration.ofNanos(limit))))
        .hint("See whether the API is up. What was committed stays; run again to go on.");
  }

  private static String inWords(Duration time) {
    return time.toMinutes() > 0 ? time.toMinutes() + " minutes" : time.toMillis() + " ms";
  }
}
