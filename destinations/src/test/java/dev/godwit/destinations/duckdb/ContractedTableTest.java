package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Connection;
import dev.godwit.core.ContractRun;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RowMapper;
import dev.godwit.core.StreamContract;
import dev.godwit.core.StreamRules;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.Planner;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.RetryPolicy;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.testkit.ScriptedSlice;
import dev.godwit.testkit.ScriptedSource;
import dev.godwit.testkit.ScriptedStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables whose streams have a contract: what is not as promised takes the place of nothing.
class ContractedTableTest {
  private static final Stream ITEMS =
      Loading.items(WriteMode.OVERWRITE, "{\"id\": {\"type\": \"integer\"}}").stream();

  @TempDir Path folder;

  @Test
  void aReplacementThatBreaksItsContractKeepsTheOldRows() {
    assertThat(sync(new AtLeast(1), slice("1"), slice("2")).succeeded()).isTrue();

    StreamReport refused = sync(new AtLeast(3), slice("3"), slice("4"));

    assertThat(refused.error()).extracting(GodwitException::code).isEqualTo("contract.rows");
    assertThat(ids()).containsExactly("1", "2");
  }

  @Test
  void theNextRunBeginsAnewAndIsJudgedByAllItsRows() {
    sync(new AtLeast(1), slice("1"));
    sync(new AtLeast(3), slice("3"), slice("4"));

    StreamReport complete = sync(new AtLeast(3), slice("3"), slice("4"), slice("5"));

    assertThat(complete.error()).isNull();
    assertThat(ids()).containsExactly("3", "4", "5");
  }

  @Test
  void anotherAttemptDoesNotLeaveRowsOfTheOneBefore() {
    AtomicBoolean broken = new AtomicBoolean(true);
    ScriptedSlice failing =
        slice("7")
            .then(() -> {
              if (broken.getAndSet(false)) {
                throw GodwitException.transientError("http.down", "The API is down.");
              }
            });

    StreamReport report = sync(new AtLeast(3), slice("5"), slice("6"), failing);

    assertThat(report.error()).isNull();
    assertThat(report.attempts()).isEqualTo(2);
    assertThat(ids()).containsExactly("5", "6", "7");
  }

  private StreamReport sync(StreamContract contract, ScriptedSlice... slices) {
    ScriptedSource source = new ScriptedSource(1, List.of(ScriptedStream.of(ITEMS, slices)));
    ConfiguredStream stream =
        new ConfiguredStream(
            ITEMS, SyncMode.FULL_REFRESH, WriteMode.OVERWRITE, List.of(), List.of());
    Connection connection =
        new Connection(
            "test",
            "script",
            "tested",
            new ConfiguredCatalog(List.of(stream)),
            Map.of(ITEMS.name(), StreamRules.NONE.with(contract)));
    RunPolicy policy = RunPolicy.USUAL.with(RetryPolicy.PATIENT);
    try (DuckDbDestination destination = DuckDbDestination.open(file(), Loading.NOON)) {
      return new SyncRun(
              new Planner(connection, destination, Loading.NOON.instant()).plan(Refresh.NONE),
              source,
              destination,
              SyncListener.SILENT,
              policy,
              _ -> {})
          .run()
          .streams()
          .getFirst();
    }
  }

  private List<String> ids() {
    return Loading.query(Path.of(file()), "select id from items order by id").stream()
        .map(row -> String.valueOf(row.getFirst()))
        .toList();
  }

  private String file() {
    return folder.resolve("shop.duckdb").toString();
  }

  private static ScriptedSlice slice(String id) {
    return ScriptedSlice.of(List.of("{\"id\":" + id + "}"));
  }

  /// Wants so many rows in a run.
  private static final class AtLeast implements StreamContract, ContractRun {
    private final long wanted;
    private final AtomicLong rows = new AtomicLong();

    AtLeast(long wanted) {
      this.wanted = wanted;
    }

    @Override
    public boolean judgesWhole() {
      return true;
    }

    @Override
    public List<String> contradictions() {
      return List.of();
    }

    @Override
    public ContractRun begin() {
      return this;
    }

    @Override
    public RowMapper open() {
      return new RowMapper() {
        @Override
        public Mapped map(RecordBatch batch) {
          rows.addAndGet(batch.rows());
          return Mapped.all(batch);
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void again(long kept) {
      rows.set(kept);
    }

    @Override
    public List<String> complete() {
      if (rows.get() < wanted) {
        throw GodwitException.contract("contract.rows", "There are too few rows.");
      }
      return List.of();
    }
  }
}
