package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncEvent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a database holds, read as a source.
class PostgresContentsTest {
  @TempDir private Path folder;
  private Path file = Path.of("");
  private TestDatabase database = new TestDatabase("");

  @BeforeEach
  void create() {
    file = folder.resolve("copy.duckdb");
    database = TestDatabase.create();
  }

  private void copy() {
    Copies.copied(Syncs.open(database), Copies.duckDb(file));
  }

  @Test
  void keysThatAreTooLongForColumnsComeBack() {
    String key = "é".repeat(80);
    Syncs.landed(
        database,
        WriteMode.OVERWRITE,
        1,
        Syncs.items("{\"" + key + "\": {\"type\": \"integer\"}}"),
        "{\"" + key + "\":7}");
    copy();
    assertThat(Copies.query(file, "select \"" + key + "\" from items"))
        .containsExactly(List.of(7L));
  }

  @Test
  void tablesOfAThousandColumnsAreRead() {
    List<String> names = IntStream.range(0, 1_000).mapToObj(i -> "field" + i).toList();
    String properties =
        names.stream()
            .map(name -> "\"" + name + "\": {\"type\": \"integer\"}")
            .collect(Collectors.joining(",", "{", "}"));
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    names.forEach(name -> row.put(name, (long) row.size()));
    Syncs.landed(database, WriteMode.OVERWRITE, 1, Syncs.items(properties), JsonWriter.text(row));
    copy();
    assertThat(Copies.query(file, "select field0, field99, field999 from items"))
        .containsExactly(List.of(0L, 99L, 999L));
  }

  @Test
  void aUserWhoMayOnlyReadIsEnough() {
    StreamName name = new StreamName("sales", "orders");
    Stream stream = Syncs.stream(name, "{\"id\": {\"type\": \"integer\"}}", List.of());
    Syncs.landed(database, WriteMode.OVERWRITE, 1, stream, "{\"id\":1}");
    String reader = "r" + Long.toHexString(System.nanoTime());
    database.execute("create role " + reader + " login");
    database.execute("grant usage on schema public, sales to " + reader);
    database.execute("grant select on all tables in schema public to " + reader);
    database.execute("grant select on all tables in schema sales to " + reader);
    TestDatabase asReader =
        new TestDatabase(database.url().replace(TestServer.USER + "@", reader + "@"));
    Copies.copied(Syncs.open(asReader), Copies.duckDb(file));
    assertThat(Copies.query(file, "from sales.orders select id")).containsExactly(List.of(1L));
    database.execute("drop owned by " + reader);
    database.execute("drop role " + reader);
  }

  @Test
  void aConnectionThatBreaksLeavesTheOldRowsOfTheTarget() {
    Stream stream =
        Syncs.items("{\"id\": {\"type\": \"integer\"}, \"text\": {\"type\": \"string\"}}");
    Syncs.landed(database, WriteMode.OVERWRITE, 1, stream, "{\"id\":-1}");
    copy();
    database.execute(
        "insert into items select gen_random_uuid(), now(), '{}', 1, i, repeat('x', 1000)"
            + " from generate_series(1, 100000) as r(i)");
    try (Destination from = Syncs.open(database);
        Destination to = Copies.duckDb(file);
        Source source = from.contents()) {
      StreamReport report =
          Copies.report(
                  source,
                  to,
                  event -> {
                    if (event instanceof SyncEvent.Committed) {
                      database.execute(
                          "select pg_terminate_backend(pid) from pg_stat_activity"
                              + " where query like 'copy (select %'");
                    }
                  })
              .streams()
              .getFirst();
      assertThat(report.error())
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.kind()).isEqualTo(ErrorKind.TRANSIENT);
                assertThat(error.code()).isEqualTo("postgres.connection-lost");
              });
      assertThat(report.rows().committed()).isPositive();
    }
    assertThat(Copies.query(file, "select id from items")).containsExactly(List.of(-1L));
    copy();
    assertThat(Copies.query(file, "select count(*), count(distinct id) from items"))
        .containsExactly(List.of(100_001L, 100_001L));
  }
}
