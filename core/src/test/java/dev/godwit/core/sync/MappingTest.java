package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.RowCounts;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MappingTest {
  private final MemoryDestination destination = MemoryDestination.committingEachSlice();

  @Test
  void rowsThatAMappingLeavesOutAreCountedAndNeitherLandNorFailTheSync() {
    StreamReport report = run(TestedMapping::firstRow, batches(3, 3), batches(2));
    assertThat(report.error()).isNull();
    assertThat(report.rows()).isEqualTo(new RowCounts(8, 5, 0, 0, 3));
    assertThat(destination.writer("a").visible()).hasSize(3);
  }

  @Test
  void aSliceOfWhichNoRowIsLeftStillEnds() {
    StreamReport report = run(TestedMapping::noRow, batches(3), batches(2));
    assertThat(report.error()).isNull();
    assertThat(report.rows()).isEqualTo(new RowCounts(5, 5, 0, 0, 0));
    assertThat(destination.writer("a").state()).isEqualTo(report.stateAfter()).isNotNull();
  }

  @Test
  void rejectedRowsGoToQuarantineWithTheRowsOfTheirSlice() {
    StreamReport report =
        run(batch -> TestedMapping.rejected(batch, "test.bad"), batches(2), batches(1));
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
    TestedMapping mapping = TestedMapping.of(Mapped::all);
    run(mapping, batches(1), batches(1), batches(1), batches(1));
    assertThat(mapping.opened()).isBetween(1, 2);
    assertThat(mapping.closed()).isEqualTo(mapping.opened());
  }

  private StreamReport run(Function<RecordBatch, Mapped> map, SliceScript... slices) {
    return run(TestedMapping.of(map), slices);
  }

  private StreamReport run(TestedMapping mapping, SliceScript... slices) {
    MemorySource source = new MemorySource(2, MemoryStream.of("a", slices));
    return Sync.only(Sync.run(source, destination, mapping));
  }
}
