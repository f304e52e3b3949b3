package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batch;
import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitTest {
  private static final Duration NEVER = Duration.ofDays(1000);

  private static MemoryWriter syncOneByOne(CommitPolicy policy, MemoryStream stream) {
    MemoryDestination destination = new MemoryDestination(policy);
    assertThat(Sync.run(new MemorySource(1, stream), destination).succeeded()).isTrue();
    return destination.writer(stream.name());
  }

  @Test
  void eachSliceIsCommittedWhereTheDestinationWantsThat() {
    MemoryWriter writer =
        syncOneByOne(
            CommitPolicy.EACH_SLICE, MemoryStream.of("a", batches(1), batches(2), batches()));
    assertThat(writer.finished()).containsExactly(List.of(0L), List.of(1L), List.of(), List.of());
    assertThat(writer.commits()).extracting(Checkpoint::rows).containsExactly(1L, 2L, 0L, 0L);
  }

  @Test
  void onlyTheLastCommitIsComplete() {
    MemoryWriter writer =
        syncOneByOne(CommitPolicy.EACH_SLICE, MemoryStream.of("a", batches(1), batches(1)));
    assertThat(writer.commits())
        .extracting(Checkpoint::extent)
        .containsExactly(Extent.PARTIAL, Extent.PARTIAL, Extent.COMPLETE);
  }

  @Test
  void slicesAreCommittedTogetherOnceTheyHoldEnoughBytes() {
    SliceScript hundredBytes = (slice, call) -> call == 0 ? batch(slice, call, 1, 100 - 21) : null;
    MemoryWriter writer =
        syncOneByOne(
            new CommitPolicy(200, NEVER),
            MemoryStream.of("a", Collections.nCopies(5, hundredBytes)));
    assertThat(writer.finished()).containsExactly(List.of(0L, 1L), List.of(2L, 3L), List.of(4L));
  }

  @Test
  void bytesOfUnfinishedSlicesDoNotCount() {
    MemoryWriter writer =
        syncOneByOne(new CommitPolicy(100, NEVER), MemoryStream.of("a", batches(3, 3, 3, 3)));
    assertThat(writer.finished()).containsExactly(List.of(0L), List.of());
  }

  @Test
  void rowsThatAreOldEnoughAreCommitted() {
    MemoryWriter writer =
        syncOneByOne(
            new CommitPolicy(Long.MAX_VALUE, Duration.ZERO),
            MemoryStream.of("a", batches(1), batches(1)));
    assertThat(writer.finished()).containsExactly(List.of(0L), List.of(1L), List.of());
  }

  @Test
  void finishedRowsGrowOldEnoughWhileAnotherSliceIsRead() {
    CountDownLatch firstCommitted = new CountDownLatch(1);
    MemoryDestination destination =
        new MemoryDestination(new CommitPolicy(Long.MAX_VALUE, Duration.ofMillis(20)))
            .whenCommitting((checkpoint, rows) -> {
              firstCommitted.countDown();
              return rows;
            });
    SliceScript slow = batches(1).before(call -> firstCommitted.await());
    Sync.run(new MemorySource(1, MemoryStream.of("a", batches(1), slow)), destination);
    assertThat(destination.writer("a").finished()).containsExactly(List.of(0L), List.of(1L));
  }

  @Test
  void anAgeBeyondAllMeasureMeansNever() {
    MemoryWriter writer =
        syncOneByOne(
            new CommitPolicy(Long.MAX_VALUE, Duration.ofSeconds(Long.MAX_VALUE)),
            MemoryStream.of("a", batches(1), batches(1)));
    assertThat(writer.finished()).containsExactly(List.of(0L, 1L));
  }

  @Test
  void aStreamWithoutStateIsCommittedOnlyAtItsEnd() {
    MemoryWriter writer =
        syncOneByOne(
            CommitPolicy.EACH_SLICE, MemoryStream.of("a", batches(1), batches(1)).withoutState());
    assertThat(writer.finished()).containsExactly(List.of(0L, 1L));
    assertThat(writer.state()).isNull();
  }

  @Test
  void aStreamWithoutStateThatReplacesIsCommittedOnTheWay() {
    MemoryDestination destination = MemoryDestination.committingEachSlice();
    MemorySource source =
        new MemorySource(1, MemoryStream.of("a", batches(1), batches(1)).withoutState());
    Sync.of(source, destination, WriteMode.OVERWRITE, SyncListener.SILENT).run();
    assertThat(destination.writer("a").finished())
        .containsExactly(List.of(0L), List.of(1L), List.of());
  }

  @Test
  void statesThatAreExpensiveToMakeAreMadeSeldom() {
    MemoryWriter writer =
        syncOneByOne(
            CommitPolicy.EACH_SLICE,
            MemoryStream.of("a", Collections.nCopies(4, batches(1))).withStateEvery(NEVER));
    assertThat(writer.finished()).containsExactly(List.of(0L), List.of(1L, 2L, 3L));
  }

  @Test
  void enoughBytesAreCommittedHoweverExpensiveTheStateIs() {
    MemoryWriter writer =
        syncOneByOne(
            new CommitPolicy(1, NEVER),
            MemoryStream.of("a", Collections.nCopies(3, batches(1))).withStateEvery(NEVER));
    assertThat(writer.finished()).containsExactly(List.of(0L), List.of(1L), List.of(2L), List.of());
  }

  @Test
  void stateNeverRunsAheadOfRows() {
    Set<Long> durable = new HashSet<>();
    List<String> ahead = new ArrayList<>();
    MemoryDestination destination =
        new MemoryDestination(new CommitPolicy(100, NEVER))
            .whenCommitting((checkpoint, rows) -> {
              checkpoint.finished().stream().map(Slice::number).forEach(durable::add);
              if (!durable.equals(new HashSet<>(finished(checkpoint.state())))) {
                ahead.add("state " + checkpoint.state() + ", rows of " + durable);
              }
              return rows;
            });
    Sync.run(
        new MemorySource(8, MemoryStream.of("a", Collections.nCopies(200, batches(1, 1)))),
        destination);
    assertThat(ahead).isEmpty();
    assertThat(durable).hasSize(200);
  }

  private static List<Long> finished(@Nullable StreamState state) {
    return state != null && state.value().get("finished") instanceof List<?> numbers
        ? numbers.stream().map(Long.class::cast).toList()
        : List.of();
  }

  @Test
  void aDestinationThatCountsOtherwiseBreaksTheContract() {
    MemoryDestination destination =
        MemoryDestination.committingEachSlice().whenCommitting((checkpoint, rows) -> rows - 1);
    StreamReport report =
        Sync.only(Sync.run(new MemorySource(1, MemoryStream.of("a", batches(3))), destination));
    GodwitException error = Objects.requireNonNull(report.error());
    assertThat(error.kind()).isEqualTo(ErrorKind.CONTRACT);
    assertThat(error.code()).isEqualTo("sync.count-mismatch");
    assertThat(error.message()).contains("3 rows", "counted 2");
    assertThat(report.rowsCommitted()).isZero();
    assertThat(report.stateAfter()).isNull();
  }
}
