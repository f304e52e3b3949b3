package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.StreamState;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.RetryPolicy.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
  private final MemoryDestination destination = MemoryDestination.committingEachSlice();
  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  private final List<SyncEvent> heard = Collections.synchronizedList(new ArrayList<>());

  private SyncReport run(MemorySource source, RetryPolicy retry) {
    RunPolicy policy = new RunPolicy(retry, ShrinkPolicy.USUAL, Duration.ZERO);
    SyncPlan plan =
        Sync.plan(
            destination,
            source.discover().streams().stream()
                .map(stream -> Sync.configured(stream, WriteMode.APPEND))
                .toList());
    return new SyncRun(plan, source, destination, heard::add, policy, waits::add).run();
  }

  /// A slice that fails the first times it is read.
  private static SliceScript failing(int times, GodwitException error) {
    AtomicInteger left = new AtomicInteger(times);
    return (slice, call) -> {
      if (call == 0 && left.getAndDecrement() > 0) {
        throw error;
      }
      return batches(1).next(slice, call);
    };
  }

  private static GodwitException down() {
    return GodwitException.transientError("http.down", "The API is down.");
  }

  @Test
  void aStreamThatFailsIsTriedAgainAfterAWhile() {
    MemorySource source = new MemorySource(1, MemoryStream.of("a", failing(2, down())));
    StreamReport report = Sync.only(run(source, RetryPolicy.PATIENT));
    assertThat(report.succeeded()).isTrue();
    assertThat(report.attempts()).isEqualTo(3);
    assertThat(report.rowsCommitted()).isEqualTo(1);
    assertThat(waits).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(30));
    assertThat(heard)
        .contains(
            new SyncEvent.Retrying(StreamName.of("a"), 1, Duration.ofSeconds(10)),
            new SyncEvent.Retrying(StreamName.of("a"), 2, Duration.ofSeconds(30)));
    assertThat(heard).filteredOn(SyncEvent.StreamEnded.class::isInstance).hasSize(1);
  }

  @Test
  void theNextAttemptGoesOnFromWhatWasCommittedAtOnce() {
    MemorySource source = new MemorySource(1, MemoryStream.of("a", batches(3), failing(1, down())));
    StreamReport report = Sync.only(run(source, RetryPolicy.PATIENT));
    StreamState half = new StreamState(StreamName.of("a"), Map.of("finished", List.of(0L)));
    assertThat(source.openedWith()).containsExactly(Optional.empty(), Optional.of(half));
    assertThat(waits).containsExactly(Duration.ZERO);
    assertThat(report.rowsCommitted()).isEqualTo(3 + 3 + 1);
  }

  @Test
  void whatTryingCannotMendIsNotTriedAgain() {
    MemorySource source =
        new MemorySource(
            1, MemoryStream.of("a", failing(1, GodwitException.config("token.wrong", "Wrong."))));
    StreamReport report = Sync.only(run(source, RetryPolicy.PATIENT));
    assertThat(report.attempts()).isEqualTo(1);
    assertThat(Objects.requireNonNull(report.error()).code()).isEqualTo("token.wrong");
    assertThat(waits).isEmpty();
  }

  @Test
  void anotherStreamRunsWhileOneWaits() {
    AtomicInteger rowsBefore = new AtomicInteger(-1);
    MemorySource source =
        new MemorySource(
            1, MemoryStream.of("a", failing(1, down())), MemoryStream.of("b", batches(2)));
    RunPolicy policy = new RunPolicy(RetryPolicy.PATIENT, ShrinkPolicy.USUAL, Duration.ZERO);
    SyncReport report =
        new SyncRun(
                Sync.plan(
                    destination,
                    source.discover().streams().stream()
                        .map(stream -> Sync.configured(stream, WriteMode.APPEND))
                        .toList()),
                source,
                destination,
                SyncListener.SILENT,
                policy,
                wait -> {
                  while (!destination.hasOpened("b") || !destination.writer("b").closed()) {
                    Sync.letOthersRun();
                  }
                  rowsBefore.set(destination.writer("b").visible().size());
                })
            .run();
    assertThat(report.succeeded()).isTrue();
    assertThat(rowsBefore).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0, PT10S",
    "2, 2, 0, PT30S",
    "3, 3, 0, PT1M30S",
    "4, 4, 0, PT4M30S",
    "5, 5, 0,",
    "1, 9, 3, PT10S",
    "1, 10, 3,",
    "0, 0, 20, PT0S",
    "0, 0, 21,",
  })
  void theNumbersAreThoseOfThePlatform(int inRow, int complete, int partial, Duration wait) {
    assertThat(RetryPolicy.PATIENT.waitAfter(new Failed(inRow, complete, partial))).isEqualTo(wait);
  }

  @Test
  void noWaitIsLongerThanTheLongest() {
    RetryPolicy endless = RetryPolicy.PATIENT.withAttempts(100);
    assertThat(endless.waitAfter(new Failed(60, 60, 0))).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aFailureInPartStartsTheRowAnew() {
    assertThat(Failed.NONE.plus(false).plus(false).plus(true)).isEqualTo(new Failed(0, 2, 1));
    assertThat(Failed.NONE.plus(true).plus(false)).isEqualTo(new Failed(1, 1, 1));
  }
}
