package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Connection;
import dev.godwit.core.Generation;
import dev.godwit.core.RowCounts;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamRules;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.WriteMode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {
  private final MemoryDestination destination = MemoryDestination.committingEachSlice();

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 5", "6, 6", "7, 7", "100, 12"})
  void noMoreRowsLandThanTheLimitHas(long limit, long rows) {
    StreamReport report = run(limit, batches(3, 3), batches(3, 3));
    assertThat(report.error()).isNull();
    assertThat(report.rows()).isEqualTo(new RowCounts(rows, 0, 0, 0, rows));
    assertThat(destination.writer("a").visible()).hasSize((int) rows);
  }

  @Test
  void noPageIsAskedForOnceThereAreEnoughRows() {
    AtomicInteger calls = new AtomicInteger();
    SliceScript counted = batches(3, 3, 3, 3).before(call -> calls.incrementAndGet());
    run(4, counted, counted);
    assertThat(calls).hasValue(2);
  }

  private StreamReport run(long limit, SliceScript... slices) {
    MemorySource source = new MemorySource(1, MemoryStream.of("a", slices));
    StreamPlan plan =
        new StreamPlan(
            Sync.configured(source.discover().streams().getFirst(), WriteMode.APPEND),
            Generation.keeping(0),
            null);
    Connection connection =
        new Connection("test", "memory", "memory", new ConfiguredCatalog(List.of()));
    StreamPlan limited = plan.with(StreamRules.NONE.withLimit(limit), plan.schema());
    SyncPlan all = new SyncPlan(connection, List.of(limited), destination.delivery());
    return Sync.only(new SyncRun(all, source, destination, SyncListener.SILENT).run());
  }
}
