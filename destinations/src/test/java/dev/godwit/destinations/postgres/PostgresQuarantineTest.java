package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Connection;
import dev.godwit.core.Destination;
import dev.godwit.core.StreamRules;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.schema.SchemaAction;
import dev.godwit.core.schema.SchemaChangeKind;
import dev.godwit.core.schema.SchemaPolicy;
import dev.godwit.core.sync.Planner;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.destinations.internal.sql.CommitStep;
import dev.godwit.testkit.ScriptedSlice;
import dev.godwit.testkit.ScriptedSource;
import dev.godwit.testkit.ScriptedStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rows that are held back lie in a table of their own, since the same instant as the others.
class PostgresQuarantineTest {
  private static final Stream ITEMS =
      Syncs.items("{\"id\": {\"type\":\"integer\"}, \"size\": {\"type\":\"integer\"}}", "id");

  private static final ScriptedSlice GOOD = ScriptedSlice.of(List.of("{\"id\":1,\"size\":10}"));
  private static final ScriptedSlice MIXED =
      ScriptedSlice.of(
          List.of(
              "{\"id\":2,\"size\":\"a \\u0000 lot\"}",
              "{\"id\":3,\"size\":30}",
              "{\"id\":4,\"size\":[4]}"));

  private TestDatabase database = new TestDatabase("");

  @BeforeEach
  void createDatabase() {
    database = TestDatabase.create();
  }

  private static StreamReport sync(Destination destination, WriteMode mode, long reading) {
    SyncMode read = mode.replacesAll() ? SyncMode.FULL_REFRESH : SyncMode.INCREMENTAL;
    ConfiguredStream stream =
        new ConfiguredStream(ITEMS, read, mode, List.of(), ITEMS.primaryKey());
    SchemaPolicy policy =
        new SchemaPolicy(Map.of(SchemaChangeKind.TYPE_CONFLICT, SchemaAction.QUARANTINE));
    Connection connection =
        new Connection(
            "test",
            "script",
            "tested",
            new ConfiguredCatalog(List.of(stream)),
            Map.of(ITEMS.name(), StreamRules.NONE.with(policy)));
    ScriptedStream script = ScriptedStream.of(ITEMS, MIXED, GOOD).reading(reading);
    return new SyncRun(
            new Planner(connection, destination, Instant.now()).plan(Refresh.NONE),
            new ScriptedSource(1, List.of(script)),
            destination,
            SyncListener.SILENT)
        .run()
        .streams()
        .getFirst();
  }

  private List<Map<String, @Nullable Object>> heldBack() {
    return database.query(
        """
        select namespace, stream, slice, reason, field, "row" from _godwit_quarantine
        order by "row"->'id'\
        """);
  }

  private @Nullable Object landed() {
    return database.value("select string_agg(id::text, ' ' order by id) from items");
  }

  @ParameterizedTest
  @EnumSource(names = {"APPEND", "OVERWRITE", "APPEND_DEDUP", "OVERWRITE_DEDUP", "HISTORY"})
  void theRowItsReasonAndItsSliceAreKept(WriteMode mode) {
    try (Destination destination = Syncs.open(database)) {
      StreamReport report = sync(destination, mode, 1);
      assertThat(report.error()).isNull();
      assertThat(report.rows().quarantined()).isEqualTo(2);
    }
    assertThat(landed()).isEqualTo("1 3");
    assertThat(heldBack())
        .hasSize(2)
        .first()
        .satisfies(row -> {
          assertThat(row).containsEntry("namespace", null).containsEntry("stream", "items");
          assertThat(row).containsEntry("slice", Map.of("part", 0L));
          assertThat(row)
              .containsEntry("reason", "schema.type-conflict")
              .containsEntry("field", "size");
          assertThat(row).containsEntry("row", Map.of("id", 2L, "size", "a \uFFFD lot"));
        });
    assertThat(database.query("select message from _godwit_quarantine"))
        .allSatisfy(row -> assertThat(row.toString()).contains("size").doesNotContain("lot"));
  }

  @ParameterizedTest
  @EnumSource(
      value = CommitStep.class,
      names = {"STAGED", "BEGUN", "LANDED", "STATE_WRITTEN"})
  void aCommitThatFailsHoldsNothingBackAndTheNextOneHoldsItBackOnce(CommitStep last) {
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
      assertThat(sync(destination, WriteMode.APPEND_DEDUP, 1).error()).isNotNull();
    }
    database.waitUntilAlone();
    assertThat(exists("_godwit_quarantine") ? heldBack() : List.of()).isEmpty();
    assertThat(exists("items") ? landed() : null).isNull();
    try (Destination destination = Syncs.open(database)) {
      assertThat(sync(destination, WriteMode.APPEND_DEDUP, 1).error()).isNull();
    }
    assertThat(heldBack()).hasSize(2);
    assertThat(landed()).isEqualTo("1 3");
  }

  @Test
  void aCommitWhoseAnswerIsLostHoldsRowsBackOnce() throws IOException {
    String port = ":" + TestServer.get().port() + "/";
    try (CuttingProxy proxy = new CuttingProxy(TestServer.get().port(), true);
        Destination destination =
            Syncs.open(
                new TestDatabase(database.url().replace(port, ":" + proxy.port() + "/")),
                step -> {
                  if (step == CommitStep.STATE_WRITTEN) {
                    proxy.arm();
                  }
                })) {
      assertThat(sync(destination, WriteMode.APPEND, 1).error()).isNull();
      assertThat(proxy.isArmed()).isFalse();
    }
    assertThat(heldBack()).hasSize(2);
    assertThat(landed()).isEqualTo("1 3");
  }

  private boolean exists(String table) {
    return database.value("select to_regclass('" + table + "')") != null;
  }
}
