package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.queue.ByteQueue;
import dev.godwit.core.time.Sleeper;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchdogTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  private final MemoryDestination destination = MemoryDestination.committingEachSlice();

  private static SliceScript hanging() {
    return (slice, call) -> {
      new CountDownLatch(1).await();
      return null;
    };
  }

  private StreamReport run(MemoryStream stream) {
    MemorySource source = new MemorySource(1, stream);
    RunPolicy policy = new RunPolicy(RetryPolicy.NONE, ShrinkPolicy.USUAL, SHORT);
    return Sync.only(
        new SyncRun(
                Sync.plan(
                    destination,
                    source.discover().streams().stream()
                        .map(found -> Sync.configured(found, WriteMode.APPEND))
                        .toList()),
                source,
                destination,
                SyncListener.SILENT,
                policy,
                Sleeper.real())
            .run());
  }

  @Test
  void aSourceThatHangsFailsItsStreamAndWhatWasCommittedStays() {
    StreamReport report = run(MemoryStream.of("a", batches(2), hanging()));
    GodwitException error = Objects.requireNonNull(report.error());
    assertThat(error.code()).isEqualTo("sync.silent");
    assertThat(report.rowsCommitted()).isEqualTo(2);
  }

  @Test
  void answersOfTheApiAreSignsOfLife() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    try (ByteQueue<Signal> queue = new ByteQueue<>(1, Signal::bytes)) {
      Watchdog watchdog =
          new Watchdog(
              queue,
              SHORT,
              () -> {
                int requests = asked.incrementAndGet();
                if (requests == 3) {
                  put(queue);
                }
                return new Traffic(requests, 0, 0, 0, Duration.ZERO);
              },
              () -> false);
      assertThat(watchdog.take(ByteQueue.FOREVER)).isEqualTo(new Signal.End(0, true));
    }
    assertThat(asked).hasValueGreaterThanOrEqualTo(3);
  }

  private static void put(ByteQueue<Signal> queue) {
    try {
      queue.put(new Signal.End(0, true));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void waitingForATurnIsNoSilence() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    try (ByteQueue<Signal> queue = new ByteQueue<>(1, Signal::bytes)) {
      Watchdog watchdog =
          new Watchdog(
              queue,
              SHORT,
              () -> Traffic.NONE,
              () -> {
                if (asked.incrementAndGet() == 3) {
                  put(queue);
                }
                return true;
              });
      assertThat(watchdog.take(ByteQueue.FOREVER)).isEqualTo(new Signal.End(0, true));
    }
  }

  @Test
  void anAnnouncedWaitIsNoSilenceUntilItEnds() throws InterruptedException {
    try (ByteQueue<Signal> queue = new ByteQueue<>(1, Signal::bytes)) {
      Watchdog watchdog = new Watchdog(queue, SHORT, () -> Traffic.NONE, () -> false);
      watchdog.expectSilence(Duration.ofDays(1));
      assertThat(watchdog.take(SHORT.multipliedBy(3).toNanos())).isNull();
      Watchdog other = new Watchdog(queue, SHORT, () -> Traffic.NONE, () -> false);
      other.expectSilence(SHORT);
      assertThatThrownBy(() -> other.take(ByteQueue.FOREVER))
          .isInstanceOf(GodwitException.class)
          .hasMessageContaining("no sign of life");
    }
  }
}
