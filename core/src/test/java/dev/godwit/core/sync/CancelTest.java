package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CancelTest {
  private final MemoryDestination destination = MemoryDestination.committingEachSlice();
  private final CountDownLatch reading = new CountDownLatch(1);
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  /// Waits for an answer that never comes.
  private final SliceScript hanging =
      batches(1)
          .before(call -> {
            threads.add(Thread.currentThread());
            reading.countDown();
            new CountDownLatch(1).await();
          });

  private SyncReport cancelOnceReading(MemorySource source) throws Exception {
    SyncRun run = Sync.of(source, destination);
    FutureTask<SyncReport> result = new FutureTask<>(run::run);
    Thread.ofVirtual().start(result);
    reading.await();
    run.cancel();
    return result.get();
  }

  private static GodwitException errorOf(StreamReport report) {
    return Objects.requireNonNull(report.error());
  }

  @Test
  void aCancelledRunEndsAndSaysSo() throws Exception {
    SyncReport report =
        cancelOnceReading(new MemorySource(2, MemoryStream.of("a", hanging, hanging)));
    GodwitException error = errorOf(Sync.only(report));
    assertThat(error.code()).isEqualTo("sync.cancelled");
    assertThat(error.kind()).isEqualTo(ErrorKind.TRANSIENT);
  }

  @Test
  void aCancelledRunLeavesNoThreadAndNothingOpen() throws Exception {
    MemorySource source = new MemorySource(4, MemoryStream.of("a", hanging, hanging, hanging));
    cancelOnceReading(source);
    assertThat(threads).isNotEmpty().allMatch(Sync::ends);
    assertThat(source.open()).isZero();
    assertThat(source.readersOpen()).isZero();
    assertThat(destination.writer("a").closed()).isTrue();
  }

  /// Cancels from the thread that commits, right after the first commit: a slice that is being read
  /// says nothing about whether the one before it was committed already.
  @Test
  void whatWasCommittedBeforeStays() throws Exception {
    MemorySource source = new MemorySource(1, MemoryStream.of("a", batches(2), hanging));
    AtomicReference<SyncRun> run = new AtomicReference<>();
    SyncListener cancelling =
        event -> {
          if (event instanceof SyncEvent.Committed) {
            run.get().cancel();
          }
        };
    run.set(Sync.of(source, destination, WriteMode.APPEND, cancelling));
    SyncReport report = run.get().run();
    assertThat(destination.writer("a").visible()).hasSize(2);
    assertThat(Sync.only(report).rowsCommitted()).isEqualTo(2);
    assertThat(destination.writer("a").commits())
        .noneMatch(commit -> commit.extent() == Extent.COMPLETE);
  }

  @Test
  void streamsThatWereNeverReachedAreReportedAsCancelled() throws Exception {
    SyncReport report =
        cancelOnceReading(
            new MemorySource(1, MemoryStream.of("a", hanging), MemoryStream.of("b", batches(1))));
    assertThat(report.streams())
        .extracting(stream -> errorOf(stream).code())
        .containsExactly("sync.cancelled", "sync.cancelled");
    assertThat(report.rowsCommitted()).isZero();
  }

  @Test
  void aCancelledRunOpensNoFurtherStream() throws Exception {
    cancelOnceReading(
        new MemorySource(1, MemoryStream.of("a", hanging), MemoryStream.of("b", batches(1))));
    assertThat(destination.hasOpened("a")).isTrue();
    assertThat(destination.hasOpened("b")).isFalse();
  }

  @Test
  void slicesThatTakeLongToMakeDoNotHoldUpACancellation() throws Exception {
    MemoryStream stream =
        MemoryStream.made(
            "a",
            number -> {
              reading.countDown();
              new CountDownLatch(1).await();
              return null;
            });
    SyncReport report = cancelOnceReading(new MemorySource(1, stream));
    assertThat(errorOf(Sync.only(report)).code()).isEqualTo("sync.cancelled");
  }

  @Test
  void cancellingTwiceIsNoDifferent() throws Exception {
    for (int round = 0; round < 50; round++) {
      MemorySource source = new MemorySource(8, MemoryStream.made("a", number -> hanging));
      SyncRun run = Sync.of(source, destination);
      FutureTask<SyncReport> result = new FutureTask<>(run::run);
      Thread.ofVirtual().start(result);
      reading.await();
      run.cancel();
      run.cancel();
      result.get();
      assertThat(source.open()).isZero();
      assertThat(threads).allMatch(Sync::ends);
    }
  }

  @Test
  void aRunThatWasCancelledBeforeItBeganReadsNothing() {
    MemorySource source = new MemorySource(1, MemoryStream.of("a", batches(1)));
    SyncRun run = Sync.of(source, destination);
    run.cancel();
    SyncReport report = run.run();
    assertThat(errorOf(Sync.only(report)).code()).isEqualTo("sync.cancelled");
    assertThat(report.rowsCommitted()).isZero();
  }

  @Test
  void aCancellationIsHeardByAWriterThatSwallowsInterrupts() throws Exception {
    SyncRun[] run = new SyncRun[1];
    destination.whenAppending(batch -> {
      run[0].cancel();
      Thread.interrupted();
    });
    MemorySource source =
        new MemorySource(1, MemoryStream.made("a", number -> number < 100_000 ? batches(1) : null));
    run[0] = Sync.of(source, destination, WriteMode.APPEND, SyncListener.SILENT);
    SyncReport report = run[0].run();
    assertThat(errorOf(Sync.only(report)).code()).isEqualTo("sync.cancelled");
  }

  @Test
  void aCallerThatIsInterruptedGetsAReportAndItsInterruptBack() throws Exception {
    MemorySource source = new MemorySource(1, MemoryStream.of("a", hanging));
    SyncRun run = Sync.of(source, destination);
    FutureTask<Boolean> result =
        new FutureTask<>(() -> {
          SyncReport report = run.run();
          return !report.succeeded() && Thread.currentThread().isInterrupted();
        });
    Thread caller = Thread.ofVirtual().start(result);
    reading.await();
    caller.interrupt();
    assertThat(result.get()).isTrue();
    assertThat(source.open()).isZero();
  }
}
