package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.destinations.internal.sql.CommitStep;
import dev.godwit.testkit.ScriptedSlice;
import dev.godwit.testkit.ScriptedSource;
import dev.godwit.testkit.ScriptedStream;
import dev.godwit.testkit.Syncing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Connections that break, and syncs that meet.
class PostgresCommitTest {
  private static final Stream ITEMS =
      Syncs.items("{\"id\": {\"type\":\"integer\"}, \"note\": {\"type\":\"string\"}}", "id");

  private TestDatabase database = new TestDatabase("");

  @BeforeEach
  void createDatabase() {
    database = TestDatabase.create();
  }

  private TestDatabase through(CuttingProxy proxy) {
    String port = ":" + TestServer.get().port() + "/";
    return new TestDatabase(database.url().replace(port, ":" + proxy.port() + "/"));
  }

  private static ScriptedStream slices(long reading) {
    return ScriptedStream.of(
            ITEMS,
            ScriptedSlice.of(List.of("{\"id\":1}", "{\"id\":2}")),
            ScriptedSlice.of(List.of("{\"id\":3}")),
            ScriptedSlice.of(List.of("{\"id\":4}")))
        .reading(reading);
  }

  private static StreamReport run(Destination destination, WriteMode mode, long reading) {
    return Syncing.run(new ScriptedSource(1, List.of(slices(reading))), destination, mode)
        .streams()
        .getFirst();
  }

  private List<@Nullable Object> ids() {
    List<@Nullable Object> ids = new ArrayList<>();
    database.query("select id from items order by id").forEach(row -> ids.add(row.get("id")));
    return ids;
  }

  @ParameterizedTest
  @ValueSource(strings = {"APPEND", "APPEND_DEDUP", "OVERWRITE", "HISTORY"})
  void aCommitWhoseAnswerIsLostHasHappened(WriteMode mode) throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(TestServer.get().port(), true);
        Destination destination =
            Syncs.open(
                through(proxy),
                step -> {
                  if (step == CommitStep.STATE_WRITTEN) {
                    proxy.arm();
                  }
                })) {
      StreamReport report = run(destination, mode, 1);
      assertThat(report.error()).isNull();
      assertThat(proxy.isArmed()).isFalse();
    }
    assertThat(ids()).containsExactly(1L, 2L, 3L, 4L);
  }

  @ParameterizedTest
  @EnumSource(names = {"APPEND", "APPEND_DEDUP", "OVERWRITE"})
  void aCommitThatTheServerNeverHeardOfHasNotHappened(WriteMode mode) throws IOException {
    GodwitException lost;
    try (CuttingProxy proxy = new CuttingProxy(TestServer.get().port(), false);
        Destination destination =
            Syncs.open(
                through(proxy),
                step -> {
                  if (step == CommitStep.STATE_WRITTEN) {
                    proxy.arm();
                  }
                })) {
      lost = Objects.requireNonNull(run(destination, mode, 1).error());
    }
    assertThat(lost.code()).isEqualTo("postgres.connection-lost");
    assertThat(lost.kind()).isEqualTo(ErrorKind.TRANSIENT);
    try (Destination destination = Syncs.open(database)) {
      assertThat(destination.stored(ITEMS.name()).state()).isNull();
      assertThat(run(destination, mode, 1).error()).isNull();
    }
    assertThat(ids()).containsExactly(1L, 2L, 3L, 4L);
  }

  @ParameterizedTest
  @EnumSource(CommitStep.class)
  void aConnectionThatEndsAtAnyStepLosesNothing(CommitStep last) {
    try (Destination destination =
        Syncs.open(
            database,
            step -> {
              if (step == last) {
                database.query(
                    "select pg_terminate_backend(pid) from pg_stat_activity where"
                        + " datname = current_database() and application_name = 'godwit'");
              }
            })) {
      run(destination, WriteMode.OVERWRITE_DEDUP, 1);
    }
    Syncs.landed(
        database, WriteMode.APPEND, 1, Syncs.stream(StreamName.of("other"), "{}", List.of()));
    try (Destination destination = Syncs.open(database)) {
      assertThat(run(destination, WriteMode.OVERWRITE_DEDUP, 1).error()).isNull();
    }
    assertThat(ids()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void aServerThatStartsAnewLosesNothing() {
    try (Destination destination = Syncs.open(database)) {
      assertThat(run(destination, WriteMode.APPEND, 1).error()).isNull();
      TestServer.get().restart();
      assertThat(run(destination, WriteMode.APPEND, 2).error()).isNull();
    }
    assertThat(ids()).containsExactly(1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L);
  }

  @Test
  void whatAnotherSyncHasLandedMeanwhileIsNotLandedTwice() {
    try (Destination slow = Syncs.open(database)) {
      assertThat(slow.stored(ITEMS.name()).state()).isNull();
      Syncs.landed(database, WriteMode.APPEND, 1, ITEMS, "{\"id\":1}");
      StreamPlan plan =
          new StreamPlan(
              new ConfiguredStream(
                  ITEMS, SyncMode.INCREMENTAL, WriteMode.APPEND, List.of(), ITEMS.primaryKey()),
              Generation.keeping(0),
              null);
      GodwitException error =
          catchThrowableOfType(GodwitException.class, () -> slow.open(plan).close());
      assertThat(error.code()).isEqualTo("postgres.state-moved");
      assertThat(error.kind()).isEqualTo(ErrorKind.TRANSIENT);
    }
    assertThat(ids()).containsExactly(1L);
  }

  @Test
  void manySyncsWriteToOneDatabaseAtOnce() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SyncReport>> runs =
          IntStream.range(0, 6)
              .mapToObj(i -> threads.submit(() -> syncInto("shop" + i % 3, "stream" + i)))
              .toList();
      for (Future<SyncReport> run : runs) {
        assertThat(run.get().streams().getFirst().error()).isNull();
      }
    }
    assertThat(database.value("select count(*) from _godwit_state")).isEqualTo(6L);
    for (int i = 0; i < 6; i++) {
      assertThat(database.value("select count(*) from shop%d.stream%d".formatted(i % 3, i)))
          .isEqualTo(3L);
    }
  }

  private SyncReport syncInto(String namespace, String name) {
    Stream stream =
        Syncs.stream(
            new StreamName(namespace, name), "{\"id\": {\"type\":\"integer\"}}", List.of(), "id");
    ScriptedStream script =
        ScriptedStream.of(
            stream,
            ScriptedSlice.of(List.of("{\"id\":1}", "{\"id\":2}")),
            ScriptedSlice.of(List.of("{\"id\":3}")));
    try (Destination destination = Syncs.open(database)) {
      return Syncing.run(
          new ScriptedSource(2, List.of(script)), destination, WriteMode.APPEND_DEDUP);
    }
  }
}
