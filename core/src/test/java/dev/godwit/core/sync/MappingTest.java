package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.RowCounts;
import dev.godwit.core.RowMapper;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MappingTest {
  private final MemoryDestination destination = MemoryDestination.committingEachSlice();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void rowsThatAMappingLeavesOutAreCountedAndNeitherLandNorFailTheSync() {
    StreamReport report = run(MappingTest::firstRow, batches(3, 3), batches(2));
    assertThat(report.error()).isNull();
    assertThat(report.rows()).isEqualTo(new RowCounts(8, 5, 0, 0, 3));
    assertThat(destination.writer("a").visible()).hasSize(3);
  }

  @Test
  void aSliceOfWhichNoRowIsLeftStillEnds() {
    StreamReport report = run(MappingTest::noRow, batches(3), batches(2));
    assertThat(report.error()).isNull();
    assertThat(report.rows()).isEqualTo(new RowCounts(5, 5, 0, 0, 0));
    assertThat(destination.writer("a").state()).isEqualTo(report.stateAfter()).isNotNull();
  }

  @Test
  void rejectedRowsGoToQuarantineWithTheRowsOfTheirSlice() {
    StreamReport report = run(MappingTest::allRejected, batches(2), batches(1));
    assertThat(report.error()).isNull();
    assertThat(report.rows()).isEqualTo(new RowCounts(3, 0, 3, 0, 0));
    assertThat(destination.writer("a").quarantine())
        .extracting(RejectedRow::reason)
        .containsExactly("test.bad", "test.bad", "test.bad");
  }

  @Test
  void aMappingThatLosesARowFailsTheStreamBeforeAnythingOfTheSliceLands() {
    StreamReport report = run(batch -> new Mapped(null, 0, List.of()), batches(2));
    assertThat(report.error()).extracting(GodwitException::code).isEqualTo("sync.count-mismatch");
    assertThat(destination.writer("a").visible()).isEmpty();
  }

  @Test
  void aMapperThatFailsStopsItsSliceAndIsNotPassedBy() {
    StreamReport report =
        run(
            batch -> {
              throw GodwitException.contract("mapping.bad", "A rule does not fit.");
            },
            batches(2));
    assertThat(report.error()).extracting(GodwitException::code).isEqualTo("mapping.bad");
    assertThat(report.rows().committed()).isZero();
  }

  @Test
  void mappersAreUsedAgainAndAllAreClosed() {
    run(Mapped::all, batches(1), batches(1), batches(1), batches(1));
    assertThat(opened.get()).isBetween(1, 2);
    assertThat(closed.get()).isEqualTo(opened.get());
  }

  private StreamReport run(Function<RecordBatch, Mapped> map, SliceScript... slices) {
    MemorySource source = new MemorySource(2, MemoryStream.of("a", slices));
    return Sync.only(Sync.run(source, destination, mapping(map)));
  }

  private StreamMapping mapping(Function<RecordBatch, Mapped> map) {
    return new StreamMapping() {
      @Override
      public ConfiguredStream written(ConfiguredStream read) {
        return read;
      }

      @Override
      public RowMapper open() {
        opened.incrementAndGet();
        return new RowMapper() {
          @Override
          public Mapped map(RecordBatch batch) {
            return map.apply(batch);
          }

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
      }
    };
  }

  private static Mapped firstRow(RecordBatch batch) {
    JsonRows rows = (JsonRows) batch;
    JsonRows.Builder first = new JsonRows.Builder();
    first.add(rows, 0);
    return new Mapped(
        first.build(rows.slice(), rows.page(), rows.emittedAt()), rows.rows() - 1L, List.of());
  }

  private static Mapped noRow(RecordBatch batch) {
    return new Mapped(null, batch.rows(), List.of());
  }

  private static Mapped allRejected(RecordBatch batch) {
    List<RejectedRow> rejected = new ArrayList<>();
    for (int row = 0; row < batch.rows(); row++) {
      rejected.add(
          new RejectedRow(batch.slice(), new byte[] {'{', '}'}, "test.bad", "bad", null, 0));
    }
    return new Mapped(null, 0, rejected);
  }
}
