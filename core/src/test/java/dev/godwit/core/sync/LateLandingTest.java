package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.StreamState;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Destinations that say only later what has become durable.
class LateLandingTest {
  private final MemoryDestination destination =
      MemoryDestination.committingEachSlice().landingLate();

  @Test
  void whatLandedLateCountsOnceItLanded() {
    SyncReport report =
        run(WriteMode.APPEND, MemoryStream.of("a", batches(1), batches(2), batches(3)));

    assertThat(Sync.only(report).rows().committed()).isEqualTo(6);
    assertThat(destination.sent()).extracting(Checkpoint::extent).last().isEqualTo(Extent.COMPLETE);
    assertThat(destination.sent()).hasSize(4);
  }

  @Test
  void anotherAttemptGoesOnFromWhatHasLanded() {
    AtomicInteger failures = new AtomicInteger(1);
    SliceScript failing =
        (slice, call) -> {
          if (failures.getAndDecrement() > 0) {
            throw GodwitException.transientError("http.down", "The API is down.");
          }
          return batches(1).next(slice, call);
        };
    MemorySource source =
        new MemorySource(1, MemoryStream.of("a", batches(1), batches(1), failing));

    SyncReport report = run(WriteMode.APPEND, source, RetryPolicy.PATIENT);

    assertThat(Sync.only(report).succeeded()).isTrue();
    StreamState landed = destination.sent().get(1).state();
    assertThat(source.openedWith())
        .as("the third commit was never acknowledged")
        .containsExactly(Optional.empty(), Optional.ofNullable(landed));
  }

  @Test
  void aReplacementThatCannotBeGoneOnWithIsCommittedOnlyWhenItIsComplete() {
    run(WriteMode.OVERWRITE, MemoryStream.of("a", batches(1), batches(1)));

    assertThat(destination.sent())
        .singleElement()
        .extracting(Checkpoint::extent)
        .isEqualTo(Extent.COMPLETE);
    assertThat(destination.sent()).singleElement().extracting(Checkpoint::rows).isEqualTo(2L);
  }

  private SyncReport run(WriteMode mode, MemoryStream stream) {
    return run(mode, new MemorySource(1, stream), RetryPolicy.NONE);
  }

  private SyncReport run(WriteMode mode, MemorySource source, RetryPolicy retry) {
    List<ConfiguredStream> streams =
        source.discover().streams().stream().map(stream -> Sync.configured(stream, mode)).toList();
    SyncPlan plan = Sync.plan(destination, streams);
    RunPolicy policy = new RunPolicy(retry, ShrinkPolicy.USUAL, Duration.ZERO);
    return new SyncRun(plan, source, destination, SyncListener.SILENT, policy, wait -> {}).run();
  }
}
