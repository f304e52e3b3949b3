package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Destinations that say only later what has become durable.
class LateLandingTest {
  private final List<Checkpoint> sent = new ArrayList<>();

  @Test
  void whatLandedLateCountsOnceItLanded() {
    SyncReport report =
        run(WriteMode.APPEND, MemoryStream.of("a", batches(1), batches(2), batches(3)));

    assertThat(Sync.only(report).rows().committed()).isEqualTo(6);
    assertThat(sent).extracting(Checkpoint::extent).last().isEqualTo(Extent.COMPLETE);
    assertThat(sent).hasSize(4);
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
    StreamState landed = sent.get(1).state();
    assertThat(source.openedWith())
        .as("the third commit was never acknowledged")
        .containsExactly(Optional.empty(), Optional.ofNullable(landed));
  }

  @Test
  void aReplacementThatCannotBeGoneOnWithIsCommittedOnlyWhenItIsComplete() {
    run(WriteMode.OVERWRITE, MemoryStream.of("a", batches(1), batches(1)));

    assertThat(sent).singleElement().extracting(Checkpoint::extent).isEqualTo(Extent.COMPLETE);
    assertThat(sent).singleElement().extracting(Checkpoint::rows).isEqualTo(2L);
  }

  private SyncReport run(WriteMode mode, MemoryStream stream) {
    return run(mode, new MemorySource(1, stream), RetryPolicy.NONE);
  }

  private SyncReport run(WriteMode mode, MemorySource source, RetryPolicy retry) {
    Destination destination = new Late();
    List<ConfiguredStream> streams =
        source.discover().streams().stream().map(stream -> Sync.configured(stream, mode)).toList();
    SyncPlan plan = Sync.plan(destination, streams);
    RunPolicy policy = new RunPolicy(retry, ShrinkPolicy.USUAL, Duration.ZERO);
    return new SyncRun(plan, source, destination, SyncListener.SILENT, policy, wait -> {}).run();
  }

  /// Acknowledges a checkpoint when the one after the next is sent, and all with the last one.
  private final class Late implements Destination {
    @Override
    public CheckResult check() {
      return CheckResult.OK;
    }

    @Override
    public StoredStream stored(StreamName stream) {
      return StoredStream.NONE;
    }

    @Override
    public List<StreamName> streams() {
      return List.of();
    }

    @Override
    public Delivery delivery() {
      return Delivery.AT_LEAST_ONCE;
    }

    @Override
    public CommitPolicy commitPolicy() {
      return CommitPolicy.EACH_SLICE;
    }

    @Override
    public boolean resumesReplacements() {
      return false;
    }

    @Override
    public long clear(StreamName stream) {
      return 0;
    }

    @Override
    public StreamWriter open(StreamPlan plan) {
      return new LateWriter();
    }

    @Override
    public void close() {}
  }

  private final class LateWriter implements StreamWriter {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void append(RecordBatch batch) {}

    @Override
    public Landing commit(Checkpoint checkpoint) {
      throw new IllegalStateException("landings come later");
    }

    @Override
    public void commit(Checkpoint checkpoint, Consumer<Landing> landed) {
      sent.add(checkpoint);
      waiting.add(() -> landed.accept(Landing.of(checkpoint.rows())));
      boolean last = checkpoint.extent() == Extent.COMPLETE;
      while (waiting.size() > (last ? 0 : 1)) {
        waiting.remove().run();
      }
    }

    @Override
    public void abort() {}

    @Override
    public void close() {}
  }
}
