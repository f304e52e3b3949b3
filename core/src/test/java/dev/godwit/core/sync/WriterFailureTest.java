package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batch;
import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.GodwitException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WriterFailureTest {
  private static GodwitException diskFull() {
    return GodwitException.system("disk.full", "full");
  }

  private static StreamReport run(MemorySource source, MemoryDestination destination) {
    return Sync.only(Sync.run(source, destination));
  }

  private static String codeOf(StreamReport report) {
    return Objects.requireNonNull(report.error()).code();
  }

  private static MemoryDestination refusingRows() {
    return MemoryDestination.committingEachSlice()
        .whenAppending(batch -> {
          throw diskFull();
        });
  }

  /// Never ends by itself: a megabyte a batch.
  private static SliceScript endless() {
    return (slice, call) -> batch(slice, call, 1, 1 << 20);
  }

  @Test
  void aWriterThatFailsReleasesReadersThatWaitForRoom() {
    List<Thread> readers = new CopyOnWriteArrayList<>();
    SliceScript script = endless().before(call -> readers.add(Thread.currentThread()));
    MemorySource source = new MemorySource(3, MemoryStream.of("a", script, script, script));
    assertThat(codeOf(run(source, refusingRows()))).isEqualTo("disk.full");
    assertThat(readers).isNotEmpty().allMatch(Sync::ends);
    assertThat(source.open()).isZero();
  }

  @Test
  void aReaderThatSwallowsItsInterruptStopsAllTheSame() {
    SliceScript deaf =
        (slice, call) -> {
          Thread.interrupted();
          return batch(slice, call, 1, 1 << 20);
        };
    MemorySource source = new MemorySource(2, MemoryStream.of("a", deaf, deaf));
    assertThat(codeOf(run(source, refusingRows()))).isEqualTo("disk.full");
    assertThat(source.open()).isZero();
  }

  @Test
  void slicesAreNotMadeForeverForAWriterThatHasGone() {
    AtomicInteger made = new AtomicInteger();
    MemoryStream deaf =
        MemoryStream.made(
            "a",
            number -> {
              Thread.interrupted();
              made.incrementAndGet();
              return batches(1);
            });
    assertThat(codeOf(run(new MemorySource(2, deaf), refusingRows()))).isEqualTo("disk.full");
    assertThat(made).hasPositiveValue();
  }

  @Test
  void aCommitThatFailsFailsTheStreamAndKeepsTheEarlierOnes() {
    AtomicInteger commits = new AtomicInteger();
    MemoryDestination destination =
        MemoryDestination.committingEachSlice()
            .whenCommitting((checkpoint, rows) -> {
              if (commits.incrementAndGet() == 3) {
                throw diskFull();
              }
              return rows;
            });
    StreamReport report =
        run(
            new MemorySource(1, MemoryStream.of("a", Collections.nCopies(5, batches(2)))),
            destination);
    assertThat(codeOf(report)).isEqualTo("disk.full");
    assertThat(report.rowsCommitted()).isEqualTo(4);
    assertThat(destination.writer("a").closed()).isTrue();
  }

  @Test
  void anErrorOfTheWriterIsReportedAsOne() {
    MemoryDestination destination =
        MemoryDestination.committingEachSlice()
            .whenAppending(batch -> {
              throw new OutOfMemoryError("made up");
            });
    StreamReport report = run(new MemorySource(1, MemoryStream.of("a", batches(1))), destination);
    assertThat(codeOf(report)).isEqualTo("sync.unexpected");
  }

  @Test
  void readersAreWaitedForEvenWhenTheWriterFailsInterrupted() {
    CountDownLatch reading = new CountDownLatch(1);
    MemoryDestination destination =
        MemoryDestination.committingEachSlice()
            .whenAppending(batch -> {
              awaitUninterruptibly(reading);
              Thread.currentThread().interrupt();
              throw diskFull();
            });
    SliceScript lingering =
        (slice, call) -> {
          reading.countDown();
          for (int i = 0; i < 1_000; i++) {
            Sync.letOthersRun();
          }
          return batch(slice, call, 1, 0);
        };
    for (int round = 0; round < 20; round++) {
      MemorySource source = new MemorySource(2, MemoryStream.of("a", batches(1), lingering));
      run(source, destination);
      assertThat(source.open()).isZero();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
