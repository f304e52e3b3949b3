package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Slice;
import dev.godwit.core.catalog.WriteMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncRunTest {
  private final MemoryDestination destination = MemoryDestination.committingEachSlice();

  @Test
  void everyRowOfEveryStreamArrivesOnce() {
    MemorySource source =
        new MemorySource(
            3,
            MemoryStream.of("a", batches(2, 1), batches(), batches(1)),
            MemoryStream.of("b", batches(1)));
    SyncReport report = Sync.run(source, destination);
    assertThat(report.succeeded()).isTrue();
    assertThat(destination.writer("a").visible())
        .containsExactlyInAnyOrder(row(0, 0, 0), row(0, 0, 1), row(0, 1, 0), row(2, 0, 0));
    assertThat(destination.writer("b").visible()).containsExactly(row(0, 0, 0));
  }

  private static String row(int slice, int call, int row) {
    return "{\"id\":\"%d-%d-%d\",\"x\":\"\"}".formatted(slice, call, row);
  }

  @Test
  void theReportCountsRowsBytesAndTraffic() {
    MemorySource source = new MemorySource(2, MemoryStream.of("a", batches(2), batches(3)));
    StreamReport report = Sync.only(Sync.run(source, destination));
    assertThat(report.rowsRead()).isEqualTo(5);
    assertThat(report.rowsCommitted()).isEqualTo(5);
    assertThat(report.bytes()).isEqualTo(5L * row(0, 0, 0).length());
    assertThat(report.traffic().requests()).isEqualTo(2);
    assertThat(report.failures()).isZero();
    assertThat(report.stateAfter()).isEqualTo(destination.writer("a").state());
  }

  @Test
  void aStreamWithoutEndLeavesRoomForAnother() {
    CountDownLatch smallEnded = new CountDownLatch(1);
    MemorySource source =
        new MemorySource(
            2,
            MemoryStream.made("endless", n -> smallEnded.getCount() > 0 ? batches(1) : null),
            MemoryStream.of("small", Collections.nCopies(50, batches(1))));
    SyncListener listener =
        event -> {
          if (event instanceof SyncEvent.StreamEnded ended
              && ended.stream().name().equals("small")) {
            smallEnded.countDown();
          }
        };
    SyncReport report = Sync.of(source, destination, WriteMode.APPEND, listener).run();
    assertThat(report.succeeded()).isTrue();
    assertThat(destination.writer("small").visible()).hasSize(50);
  }

  @Test
  void reportsStandInTheOrderOfThePlan() {
    CountDownLatch lastEnded = new CountDownLatch(1);
    MemorySource source =
        new MemorySource(
            2,
            MemoryStream.of("first", batches(1).before(call -> lastEnded.await())),
            MemoryStream.of("last", batches(1)));
    SyncListener listener =
        event -> {
          if (event instanceof SyncEvent.StreamEnded ended
              && ended.stream().name().equals("last")) {
            lastEnded.countDown();
          }
        };
    SyncReport report = Sync.of(source, destination, WriteMode.APPEND, listener).run();
    assertThat(report.streams())
        .extracting(stream -> stream.plan().name().name())
        .containsExactly("first", "last");
  }

  @Test
  void aRunWithoutStreamsSucceeds() {
    assertThat(Sync.run(new MemorySource(1), destination).succeeded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void neverAreMoreSlicesOpenThanTheSourceAllows(int concurrency) {
    MemoryStream[] streams =
        Stream.of("a", "b", "c")
            .map(name -> MemoryStream.of(name, Collections.nCopies(30, batches(1, 1))))
            .toArray(MemoryStream[]::new);
    MemorySource source = new MemorySource(concurrency, streams);
    assertThat(Sync.run(source, destination).succeeded()).isTrue();
    assertThat(source.mostOpen()).isBetween(1, concurrency);
    assertThat(source.open()).isZero();
  }

  @Test
  void asManySlicesAreOpenAsTheSourceAllows() {
    CyclicBarrier all = new CyclicBarrier(4);
    SliceScript meeting = batches(1).before(call -> meet(all, call));
    MemorySource source =
        new MemorySource(
            4, MemoryStream.of("a", meeting, meeting), MemoryStream.of("b", meeting, meeting));
    assertThat(Sync.run(source, destination).succeeded()).isTrue();
    assertThat(source.mostOpen()).isEqualTo(4);
  }

  private static void meet(CyclicBarrier barrier, int call) throws InterruptedException {
    try {
      if (call == 0) {
        barrier.await();
      }
    } catch (java.util.concurrent.BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSourceThatAllowsNoSliceIsRefusedInsteadOfWaitingForEver() {
    MemorySource source = new MemorySource(0, MemoryStream.of("a", batches(1)));
    SyncRun run = Sync.of(source, destination);
    assertThatThrownBy(run::run).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tenThousandSlicesOfOneStreamAreRead() {
    MemorySource source =
        new MemorySource(16, MemoryStream.made("a", number -> number < 10_000 ? batches(1) : null));
    SyncReport report = Sync.run(source, destination);
    assertThat(report.rowsCommitted()).isEqualTo(10_000);
    assertThat(finishedSlices()).hasSize(10_000).doesNotHaveDuplicates();
    assertThat(finishedSlices())
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 10_000).boxed().toList());
  }

  private List<Long> finishedSlices() {
    return destination.writer("a").finished().stream().flatMap(List::stream).toList();
  }

  @Test
  void theRowsOfASliceComeInOrderAndBeforeItsCommit() {
    List<String> journal = new ArrayList<>();
    destination
        .whenAppending(batch -> journal.add("rows " + batch.slice().number()))
        .whenCommitting((checkpoint, rows) -> {
          checkpoint.finished().forEach(slice -> journal.add("end " + slice.number()));
          return rows;
        });
    MemorySource source =
        new MemorySource(4, MemoryStream.of("a", Collections.nCopies(50, batches(1, 1, 1))));
    Sync.run(source, destination);
    for (int slice = 0; slice < 50; slice++) {
      String rows = "rows " + slice;
      String end = "end " + slice;
      assertThat(journal.stream().filter(entry -> entry.equals(rows) || entry.equals(end)))
          .containsExactly(rows, rows, rows, end);
    }
  }

  @Test
  void listenersHearAStreamFromItsStartToItsEnd() {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    MemorySource source = new MemorySource(1, MemoryStream.of("a", batches(1), batches(1)));
    Sync.of(
            source,
            destination,
            WriteMode.APPEND,
            event -> heard.add(event.getClass().getSimpleName()))
        .run();
    assertThat(heard)
        .startsWith("StreamStarted")
        .endsWith("ReadingEnded", "Committed", "StreamEnded");
    assertThat(heard).filteredOn("RowsRead"::equals).hasSize(2);
    assertThat(heard).filteredOn("Committed"::equals).hasSize(3);
  }

  @Test
  void everythingThatWasOpenedIsClosed() {
    MemorySource source =
        new MemorySource(
            2,
            MemoryStream.of("good", batches(1)),
            MemoryStream.of("bad", batches(1).thenThrows(new IllegalStateException())));
    Sync.run(source, destination);
    assertThat(source.open()).isZero();
    assertThat(source.readersOpen()).isZero();
    assertThat(destination.writer("good").closed()).isTrue();
    assertThat(destination.writer("bad").closed()).isTrue();
  }

  @Test
  void noThreadOutlivesARun() {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    SliceScript noting = batches(1).before(call -> threads.add(Thread.currentThread()));
    Sync.run(new MemorySource(2, MemoryStream.of("a", noting, noting, noting)), destination);
    assertThat(threads).isNotEmpty().allMatch(Sync::ends);
  }

  @Test
  void batchesOfOneRunBelongToTheirStreams() {
    MemorySource source =
        new MemorySource(2, MemoryStream.of("a", batches(1)), MemoryStream.of("b", batches(1)));
    Sync.run(source, destination);
    for (String name : List.of("a", "b")) {
      assertThat(destination.writer(name).commits())
          .flatExtracting(commit -> commit.finished())
          .extracting(Slice::stream)
          .allMatch(stream -> stream.name().equals(name));
    }
  }
}
