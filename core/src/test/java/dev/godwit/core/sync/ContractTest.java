package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Connection;
import dev.godwit.core.Generation;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.RowCounts;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamRules;
import dev.godwit.core.StreamState;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.SchemaPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {
  private final MemoryDestination destination = MemoryDestination.committingEachSlice();

  @Test
  void aBatchThatBreaksTheContractDoesNotLandButSlicesBesideItDo() {
    StreamReport report =
        append(TestedContract.checking(ContractTest::refuseSecondSlice), batches(2), batches(3));
    assertThat(report.error()).extracting(GodwitException::code).isEqualTo("contract.test");
    assertThat(destination.writer("a").visible()).hasSize(2);
    assertThat(report.attempts()).isEqualTo(1);
  }

  @Test
  void rowsThatTheContractRejectsGoToQuarantineBesideThoseThatLand() {
    StreamReport report = append(TestedContract.checking(ContractTest::rejectAll), batches(2));
    assertThat(report.error()).isNull();
    assertThat(report.rows()).isEqualTo(new RowCounts(2, 0, 2, 0, 0));
    assertThat(destination.writer("a").quarantine())
        .extracting(RejectedRow::reason)
        .containsExactly("contract.test", "contract.test");
  }

  @Test
  void theContractSeesRowsAfterTheMapping() {
    AtomicInteger seen = new AtomicInteger();
    TestedContract contract =
        TestedContract.checking(batch -> {
          seen.addAndGet(batch.rows());
          return rejectAll(batch);
        });
    StreamRules rules =
        StreamRules.NONE.with(TestedMapping.of(TestedMapping::firstRow)).with(contract);
    StreamReport report = run(rules, Generation.keeping(0), batches(3, 2));
    assertThat(seen).hasValue(2);
    assertThat(report.rows()).isEqualTo(new RowCounts(5, 3, 2, 0, 0));
  }

  @Test
  void whatTheContractSaysAtTheEndIsInTheReport() {
    StreamReport report =
        append(TestedContract.ending(() -> List.of("2 rows have no name")), batches(1));
    assertThat(report.error()).isNull();
    assertThat(report.warnings()).containsExactly("2 rows have no name");
  }

  @Test
  void aContractThatFailsAtTheEndKeepsTheLastCommitFromHappening() {
    StreamReport report = replace(TestedContract.ending(ContractTest::refuse), batches(2));
    assertThat(report.error()).extracting(GodwitException::code).isEqualTo("contract.test");
    assertThat(destination.writer("a").commits())
        .extracting(Checkpoint::extent)
        .doesNotContain(Extent.COMPLETE);
    assertThat(destination.writer("a").closed()).isTrue();
  }

  @Test
  void aStreamThatHasFailedIsNotJudgedAtItsEnd() {
    AtomicInteger judged = new AtomicInteger();
    TestedContract contract =
        TestedContract.ending(() -> {
          judged.incrementAndGet();
          return List.of();
        });
    append(contract, batches(1).thenThrows(GodwitException.config("test.broken", "Broken.")));
    assertThat(judged).hasValue(0);
  }

  @Test
  void allAttemptsOfARunHaveOneContractWhichIsToldHowManyRowsStay() {
    TestedContract contract = TestedContract.ending(List::of);
    StreamReport report = append(contract, batches(3), failingOnce());
    assertThat(report.error()).isNull();
    assertThat(contract.begun()).isEqualTo(1);
    assertThat(contract.kept()).containsExactly(3L);
  }

  @Test
  void aReplacementThatIsJudgedAsAWholeBeginsAnewWhenItWasInterrupted() {
    TestedContract contract = TestedContract.ofTheWhole();
    MemorySource source = new MemorySource(1, MemoryStream.of("a", batches(3), failingOnce()));
    StreamReport report = run(source, StreamRules.NONE.with(contract), Generation.replacing(1));
    assertThat(report.error()).isNull();
    assertThat(source.openedWith()).containsExactly(Optional.empty(), Optional.empty());
    assertThat(contract.kept()).containsExactly(0L);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void whatAnEarlierRunHasCollectedCountsOnlyWhereRowsAreNotJudgedAsAWhole(
      boolean whole, boolean goesOn) {
    StreamState state = new StreamState(StreamName.of("a"), Map.of());
    Unfinished unfinished =
        new Unfinished(8, SyncMode.INCREMENTAL, WriteMode.OVERWRITE, state, Instant.EPOCH);
    destination.holding("a", new StoredStream(null, 7, unfinished));
    StreamRules rules = StreamRules.NONE.with(new TestedContract(Mapped::all, List::of, whole));
    Connection connection =
        new Connection(
            "test",
            "memory",
            "memory",
            new ConfiguredCatalog(
                List.of(
                    Sync.configured(
                        new MemorySource(1, MemoryStream.of("a")).discover().streams().getFirst(),
                        WriteMode.OVERWRITE))),
            Map.of(StreamName.of("a"), rules));
    StreamPlan plan =
        new Planner(connection, destination, Instant.EPOCH).plan(Refresh.NONE).streams().getFirst();
    assertThat(plan.state() != null).isEqualTo(goesOn);
  }

  private StreamReport append(TestedContract contract, SliceScript... slices) {
    return run(StreamRules.NONE.with(contract), Generation.keeping(0), slices);
  }

  private StreamReport replace(TestedContract contract, SliceScript... slices) {
    return run(StreamRules.NONE.with(contract), Generation.replacing(1), slices);
  }

  private StreamReport run(StreamRules rules, Generation generation, SliceScript... slices) {
    return run(new MemorySource(1, MemoryStream.of("a", slices)), rules, generation);
  }

  private StreamReport run(MemorySource source, StreamRules rules, Generation generation) {
    StreamPlan plan =
        new StreamPlan(
                Sync.configured(source.discover().streams().getFirst(), WriteMode.APPEND),
                generation,
                null)
            .with(
                rules,
                SchemaPlan.unchanged(
                    Sync.configured(source.discover().streams().getFirst(), WriteMode.APPEND)));
    Connection connection =
        new Connection("test", "memory", "memory", new ConfiguredCatalog(List.of()));
    SyncPlan all = new SyncPlan(connection, List.of(plan), destination.delivery());
    return Sync.only(
        new SyncRun(all, source, destination, SyncListener.SILENT, RunPolicy.USUAL, _ -> {}).run());
  }

  private static SliceScript failingOnce() {
    AtomicInteger left = new AtomicInteger(1);
    return (slice, call) -> {
      if (call == 0 && left.getAndDecrement() > 0) {
        throw GodwitException.transientError("http.down", "The API is down.");
      }
      return batches(1).next(slice, call);
    };
  }

  private static Mapped refuseSecondSlice(RecordBatch batch) {
    if (batch.slice().number() == 1) {
      refuse();
    }
    return Mapped.all(batch);
  }

  private static List<String> refuse() {
    throw GodwitException.contract("contract.test", "Rows are not what was promised.");
  }

  private static Mapped rejectAll(RecordBatch batch) {
    return TestedMapping.rejected(batch, "contract.test");
  }
}
