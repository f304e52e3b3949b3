package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Connection;
import dev.godwit.core.Delivery;
import dev.godwit.core.Generation;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
  private static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");
  private static final StreamState STATE =
      new StreamState(StreamName.of("a"), Map.of("at", "2024"));
  private static final StreamState HALF = new StreamState(StreamName.of("a"), Map.of("at", "1970"));

  private final MemoryDestination destination = MemoryDestination.committingEachSlice();
  private final Stream stream = MemorySource.describe("a");

  private SyncPlan plan(SyncMode mode) {
    return Sync.plan(
        destination,
        List.of(new ConfiguredStream(stream, mode, WriteMode.APPEND, List.of(), List.of())));
  }

  private void syncBefore() {
    Sync.run(new MemorySource(1, MemoryStream.of("a", batches(1))), destination);
  }

  @Test
  void aFirstRunBeginsAtTheBeginning() {
    assertThat(plan(SyncMode.INCREMENTAL).streams()).extracting(StreamPlan::state).containsNull();
  }

  @Test
  void anIncrementalStreamGoesOnFromTheCommittedState() {
    syncBefore();
    assertThat(plan(SyncMode.INCREMENTAL).streams())
        .extracting(StreamPlan::state)
        .containsExactly(destination.writer("a").state());
  }

  @Test
  void aFullRefreshIgnoresTheCommittedState() {
    syncBefore();
    assertThat(plan(SyncMode.FULL_REFRESH).streams()).extracting(StreamPlan::state).containsNull();
  }

  private StreamPlan plan(
      StoredStream stored, SyncMode syncMode, WriteMode writeMode, Refresh refresh) {
    MemoryDestination filled = MemoryDestination.committingEachSlice().holding("a", stored);
    ConfiguredStream chosen =
        new ConfiguredStream(stream, syncMode, writeMode, List.of(), List.of(List.of("id")));
    Connection connection =
        new Connection("test", "memory", "memory", new ConfiguredCatalog(List.of(chosen)));
    return new Planner(connection, filled, NOW).plan(refresh).streams().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "INCREMENTAL, APPEND, NONE, 7, 0, true",
    "INCREMENTAL, APPEND_DEDUP, NONE, 7, 0, true",
    "INCREMENTAL, APPEND_DEDUP, MERGE, 8, 0, false",
    "INCREMENTAL, APPEND_DEDUP, TRUNCATE, 8, 8, false",
    "INCREMENTAL, APPEND, TRUNCATE, 8, 8, false",
    "FULL_REFRESH, APPEND, NONE, 8, 0, false",
    "FULL_REFRESH, OVERWRITE, NONE, 8, 8, false",
    "FULL_REFRESH, OVERWRITE_DEDUP, MERGE, 8, 8, false",
    "INCREMENTAL, HISTORY, NONE, 7, 0, true",
    "FULL_REFRESH, HISTORY, NONE, 8, 8, false",
    "FULL_REFRESH, HISTORY, MERGE, 8, 0, false",
    "INCREMENTAL, HISTORY, TRUNCATE, 8, 8, false",
    "INCREMENTAL, UPDATE, TRUNCATE, 7, 0, true",
    "FULL_REFRESH, SOFT_DELETE, NONE, 8, 0, false",
  })
  void generationsSayWhatBecomesOfEarlierRows(
      SyncMode syncMode, WriteMode writeMode, Refresh refresh, long id, long minimum, boolean on) {
    StoredStream stored = new StoredStream(STATE, 7, null);
    StreamPlan planned = plan(stored, syncMode, writeMode, refresh);
    assertThat(planned.generation()).isEqualTo(new Generation(id, minimum));
    assertThat(planned.state()).isEqualTo(on ? STATE : null);
  }

  @ParameterizedTest
  @CsvSource({
    "APPEND_DEDUP, NONE, PT23H, true",
    "APPEND_DEDUP, TRUNCATE, PT23H, true",
    "APPEND_DEDUP, MERGE, PT23H, false",
    "APPEND, NONE, PT23H, false",
    "APPEND_DEDUP, NONE, PT24H, false",
  })
  void anInterruptedRefreshIsGoneOnWithForADay(
      WriteMode writeMode, Refresh refresh, Duration age, boolean goesOn) {
    Unfinished unfinished =
        new Unfinished(9, SyncMode.INCREMENTAL, WriteMode.APPEND_DEDUP, HALF, NOW.minus(age));
    StreamPlan planned =
        plan(new StoredStream(STATE, 7, unfinished), SyncMode.INCREMENTAL, writeMode, refresh);
    if (goesOn) {
      assertThat(planned.generation()).isEqualTo(Generation.replacing(9));
      assertThat(planned.state()).isEqualTo(HALF);
    } else {
      assertThat(planned.state()).isNotEqualTo(HALF);
    }
  }

  @Test
  void thePlanSaysWhatTheDestinationPromises() {
    assertThat(plan(SyncMode.INCREMENTAL).delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
  }
}
