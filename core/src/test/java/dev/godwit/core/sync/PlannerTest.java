package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Delivery;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
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

  @Test
  void thePlanSaysWhatTheDestinationPromises() {
    assertThat(plan(SyncMode.INCREMENTAL).delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
  }
}
