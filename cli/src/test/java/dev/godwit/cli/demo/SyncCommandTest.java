package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.cli.ParsedJson;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncCommandTest {
  @TempDir private Path folder;
  private ShopVisit visit;

  @BeforeEach
  void open() {
    visit = ShopVisit.in(folder);
  }

  @AfterEach
  void close() {
    visit.close();
  }

  @Test
  void movesEverythingFirstThenOnlyWhatChanged() throws SQLException {
    ParsedJson first = report(visit.sync("--json"));
    assertThat(first.value("rows_committed")).isEqualTo(visit.allRows());
    assertThat(first.value("succeeded")).isEqualTo(true);

    ShopDay.Changes changes = visit.passADay();
    ParsedJson second = report(visit.sync("--json"));
    assertThat(rowsByStream(second))
        .isEqualTo(
            Map.of(
                "customers", (long) changes.customers(),
                "products", (long) changes.products(),
                "orders", (long) changes.orders()));

    ParsedJson third = report(visit.sync("--json"));
    assertThat(third.value("rows_committed")).isEqualTo(0L);
    for (ParsedJson stream : third.objects("streams")) {
      assertThat(stream.value("state_after")).isEqualTo(stream.value("state_before"));
      assertThat(stream.value("summary").toString())
          .startsWith("incremental, nothing new since updated_at ");
    }
    assertThat(count("customers") + count("products") + count("orders")).isEqualTo(visit.allRows());
    assertThat(visit.number("select count(*) from orders where status = 'returned'"))
        .isEqualTo(
            visit.shop().orders().stream()
                .filter(order -> order.status().equals("returned"))
                .count());
  }

  @Test
  void showsATableAndItsProgressToPeople() {
    Captured sync = visit.sync();

    assertThat(sync.out())
        .containsPattern("customers +120 ")
        .containsPattern("products +60 ")
        .containsPattern("orders +\\d[\\d,]+ ")
        .containsPattern("total +\\d[\\d,]+ ")
        .contains("Delivery is exactly once")
        .contains("products: incremental, all rows from the beginning; the next sync goes on from");
    assertThat(sync.err()).doesNotContain("error");
  }

  @Test
  void writesEventsAndOneReportForPrograms() {
    Captured sync = visit.sync("--json");

    assertThat(sync.out().lines()).hasSize(1);
    List<ParsedJson> events = sync.err().lines().map(ParsedJson::of).toList();
    assertThat(events.stream().filter(event -> event.value("event").equals("stream_ended")))
        .hasSize(3)
        .allMatch(event -> event.value("succeeded").equals(true));
    ParsedJson report = report(sync);
    assertThat(report.value("delivery")).isEqualTo("exactly once");
    assertThat(report.objects("streams").stream().mapToLong(s -> (long) s.value("requests")).sum())
        .isEqualTo(visit.requests());
  }

  @Test
  void tellsWhoeverReadsTheLogHowItGoes() {
    Captured sync = visit.sync("--progress", "plain", "--json");

    assertThat(sync.err())
        .contains("customers: started\n")
        .containsPattern("customers: done, 120 rows, \\d+ requests?, ");
    assertThat(report(sync).value("rows_committed")).isEqualTo(visit.allRows());
  }

  @Test
  void tellsProgramsWhatFailedAmongTheEvents() {
    Captured sync =
        Captured.run(
            folder,
            "sync",
            "demo.yaml",
            visit.destination(),
            "--progress=json",
            "--set=url=" + visit.url(),
            "--set=api_token=wrong");

    assertThat(sync.exitCode()).isEqualTo(1);
    List<ParsedJson> ends =
        sync.err()
            .lines()
            .map(ParsedJson::of)
            .filter(event -> event.value("event").equals("stream_ended"))
            .toList();
    assertThat(ends).hasSize(3);
    assertThat(ends).allMatch(end -> end.object("error").value("code").equals("http.refused"));
    assertThat(sync.out()).contains("failed");
  }

  @Test
  void printsNothingWhereNothingIsWanted() {
    assertThat(visit.sync("--quiet")).isEqualTo(new Captured(0, "", ""));
  }

  @Test
  void syncsOnlyTheStreamsThatAreNamed() throws SQLException {
    visit.sync("--streams", "products,customers");

    assertThat(count("products")).isEqualTo(60);
    assertThat(count("customers")).isEqualTo(120);
    assertThat(visit.number("select count(*) from duckdb_tables() where table_name = 'orders'"))
        .isZero();
  }

  @Test
  void readsEverythingAgainOnAFullRefresh() throws SQLException {
    visit.sync("--streams", "products");

    ParsedJson again = report(visit.sync("--streams", "products", "--full-refresh", "--json"));

    assertThat(again.value("rows_committed")).isEqualTo(60L);
    assertThat(again.objects("streams").getFirst().value("write_mode")).isEqualTo("append-dedup");
    assertThat(count("products")).isEqualTo(60);
    assertThat(report(visit.sync("--streams", "products", "--json")).value("rows_committed"))
        .as("a refresh leaves a state to go on from")
        .isEqualTo(0L);
  }

  @Test
  void clearsStreamsSoThatTheyBeginAnew() throws SQLException {
    visit.sync("--streams", "products,customers");

    Captured cleared = Captured.run(folder, "clear", visit.destination(), "products", "--json");

    assertThat(cleared.out().strip()).isEqualTo("{\"cleared\":{\"products\":60}}");
    assertThat(report(visit.sync("--streams", "products", "--json")).value("rows_committed"))
        .isEqualTo(60L);
  }

  @Test
  void reconcilesASourceWithItsDestination() throws SQLException {
    visit.sync("--streams", "products,customers");
    Captured equal = visit.run("reconcile", visit.destination(), "--streams", "products", "--json");
    assertThat(equal.exitCode()).as(equal.err()).isZero();
    assertThat(
            ParsedJson.of(equal.out().strip().substring(1).replaceFirst("]$", "")).value("equal"))
        .isEqualTo(true);

    execute("delete from products where rowid = 3");
    execute("update products set name = 'other' where rowid in (5, 6)");
    execute("insert into products by name select * replace ('zzz' as id) from products limit 1");
    Captured differs = visit.run("reconcile", visit.destination(), "--streams", "products");

    assertThat(differs.exitCode()).isEqualTo(1);
    assertThat(differs.out())
        .containsPattern("products +60 +60 +1 +1 +2 +differs")
        .containsPattern("products, keys \\S+ to \\S+: 0 missing, 1 extra, 0 different");
    assertThat(count("products")).isEqualTo(60);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + visit.database());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void readsAStretchAgainAndLeavesThePlaceToGoOnFrom() throws SQLException {
    visit.sync("--streams", "products");
    String state = "select hash(state::varchar) % 1000000007 from _godwit_state";
    long before = visit.number(state);
    execute("delete from products where rowid < 5");

    visit.sync("--streams", "products", "--from", "2025-01-01");

    assertThat(count("products")).isEqualTo(60);
    assertThat(visit.number(state)).isEqualTo(before);
    Captured wrong =
        visit.run("sync", visit.destination(), "--streams", "products", "--to", "2025-01-01");
    assertThat(wrong.exitCode()).isEqualTo(2);
  }

  @Test
  void clearsNothingWhenAStreamIsUnknownOrNoneIsNamed() throws SQLException {
    visit.sync("--streams", "products");

    assertThat(
            Captured.run(folder, "clear", visit.destination(), "products", "custmers").exitCode())
        .isEqualTo(2);
    assertThat(Captured.run(folder, "clear", visit.destination()).exitCode()).isEqualTo(2);
    assertThat(count("products")).isEqualTo(60);
  }

  @Test
  void keepsEveryVersionOfARowWhereItIsToldToAppend() throws SQLException {
    visit.sync("--streams", "products", "--write-mode", "append");
    ShopDay.Changes changes = visit.passADay();

    visit.sync("--streams", "products", "--write-mode", "append");

    assertThat(count("products")).isEqualTo(60 + changes.products());
  }

  @Test
  void tellsTheNearestStreamWhereOneDoesNotExist() {
    Captured sync = visit.run("sync", visit.destination(), "--streams", "custmers");

    assertThat(sync.exitCode()).isEqualTo(2);
    assertThat(sync.err()).contains("There is no stream custmers; did you mean customers?");
    assertThat(visit.requests()).isZero();
    assertThat(visit.database()).doesNotExist();
  }

  @Test
  void leavesOutSecretFieldsAndAddsComputedOnes() throws SQLException {
    visit.sync("--streams", "customers");

    assertThat(
            visit.number(
                "select count(*) from customers where full_name = first_name || ' ' || last_name"))
        .isEqualTo(120);
    assertThat(
            visit.number(
                "select count(*) from duckdb_columns() where column_name = 'password_hash'"))
        .isZero();
  }

  private long count(String table) throws SQLException {
    return visit.number("select count(*) from " + table);
  }

  private static ParsedJson report(Captured sync) {
    return ParsedJson.of(sync.out());
  }

  private static Map<String, Object> rowsByStream(ParsedJson report) {
    return report.objects("streams").stream()
        .collect(
            Collectors.toMap(
                stream -> stream.value("stream").toString(),
                stream -> stream.value("rows_committed")));
  }
}
