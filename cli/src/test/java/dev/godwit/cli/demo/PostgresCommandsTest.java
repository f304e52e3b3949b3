package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.cli.Main;
import dev.godwit.cli.ParsedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The commands with a real database, whose password is never among the arguments.
@Timeout(180)
class PostgresCommandsTest {
  private static ShopPostgres server;

  @TempDir private Path folder;
  private ShopVisit visit;
  private ShopPostgres.Database database;
  private String destination;

  @BeforeAll
  static void startServer() throws IOException {
    server = ShopPostgres.start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open(TestInfo test) throws IOException, SQLException {
    visit = ShopVisit.in(folder);
    database =
        server.database(test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT));
    Files.writeString(folder.resolve("password"), ShopPostgres.PASSWORD + "\n");
    destination = database.url() + "?password_command=cat%20" + folder.resolve("password");
  }

  @AfterEach
  void close() {
    visit.close();
  }

  private Captured done(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(destination));
    args.addAll(List.of(more));
    Captured captured = visit.run(command, args.toArray(String[]::new));
    assertThat(captured.exitCode()).as(captured.err()).isZero();
    assertThat(captured.out() + captured.err()).doesNotContain(ShopPostgres.PASSWORD);
    return captured;
  }

  private static ParsedJson report(Captured sync) {
    return ParsedJson.of(sync.out());
  }

  private long landed() throws SQLException {
    return database.number("select count(*) from customers")
        + database.number("select count(*) from products")
        + database.number("select count(*) from orders");
  }

  @Test
  void movesEverythingFirstThenWhatChangedThenAllAnew() throws SQLException {
    assertThat(report(done("sync", "--json")).value("rows_committed")).isEqualTo(visit.allRows());
    assertThat(landed()).isEqualTo(visit.allRows());

    ShopDay.Changes changes = visit.passADay();
    assertThat(report(done("sync", "--json")).value("rows_committed"))
        .isEqualTo((long) changes.customers() + changes.products() + changes.orders());
    assertThat(report(done("sync", "--json")).value("rows_committed")).isEqualTo(0L);
    assertThat(landed()).isEqualTo(visit.allRows());

    assertThat(report(done("sync", "--full-refresh", "--json")).value("rows_committed"))
        .isEqualTo(visit.allRows());
    assertThat(landed()).isEqualTo(visit.allRows());
    assertThat(database.number("select count(*) from _godwit_runs where stream = 'orders'"))
        .isEqualTo(4);
  }

  @Test
  void aPlanSaysWhatWillRunAndChangesNothing() throws SQLException {
    Captured plan = done("plan");

    assertThat(plan.out()).contains("create table", "\"orders\"");
    assertThat(database.number("select count(*) from pg_tables where schemaname = 'public'"))
        .isZero();
    done("sync", "--quiet");
    assertThat(done("plan").out()).doesNotContain("create table");
  }

  @Test
  void aComparisonFindsWhatSomebodyHasChanged() throws SQLException {
    done("sync", "--quiet");
    done("reconcile");

    database.execute("delete from products where id = (select min(id) from products)");
    Captured differing = visit.run("reconcile", destination, "--json");

    assertThat(differing.exitCode()).as(differing.err()).isEqualTo(1);
    assertThat(differing.out()).contains("\"missing\":1");
  }

  @Test
  void whatIsClearedIsReadFromItsBeginning() throws SQLException {
    done("sync", "--quiet");

    Captured cleared = Captured.run(folder, "clear", destination, "products");

    assertThat(cleared.out()).isEqualTo("products: 60 rows removed\n");
    assertThat(database.text("select to_regclass('products')")).isEqualTo("null");
    assertThat(report(done("sync", "--json")).value("rows_committed")).isEqualTo(60L);
  }

  @Test
  void aConnectionFileMayNameTheDatabaseAndHoldRowsBack() throws IOException, SQLException {
    connection("raw", "fields: {email: {matches: '^[a-m]', on_violation: quarantine}}");

    Captured check = Captured.run(folder, "check", "connection.yaml");
    assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
    Captured sync = Captured.run(folder, "sync", "connection.yaml");
    assertThat(sync.exitCode()).as(sync.err()).isZero();

    long kept = database.number("select count(*) from raw.customers");
    assertThat(kept).isBetween(1L, 119L);
    assertThat(
            database.number(
                """
                select count(*) from raw._godwit_quarantine
                where reason = 'contract.matches' and stream = 'customers' and field = 'email'
                and "row"->>'email' !~ '^[a-m]' and jsonb_typeof(slice) = 'object'\
                """))
        .isEqualTo(120 - kept);
  }

  @Test
  void aCheckTriesTheDatabaseOfTheConnectionToo() throws IOException {
    connection("raw", "rows: {min: 1}");
    Files.writeString(folder.resolve("password"), "wrong");

    Captured check = Captured.run(folder, "check", "connection.yaml");

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out()).contains("destination", "does not let user godwit in");
  }

  private void connection(String schema, String contract) throws IOException {
    Files.writeString(
        folder.resolve("connection.yaml"),
        """
        source: demo.yaml
        config:
          url: %s
          api_token: %s
        destination: %s
        streams:
          customers:
            contract: {%s}
        """
            .formatted(visit.url(), ShopApi.TOKEN, destination + "&schema=" + schema, contract));
  }

  private OtherProcess start(String url, String stream) throws IOException {
    return OtherProcess.start(
        Files.createDirectory(folder.resolve(stream)),
        Map.of("PGPASSWORD", ShopPostgres.PASSWORD),
        Main.class,
        "sync",
        folder.resolve("demo.yaml").toString(),
        database.url() + "?schema=raw",
        "--json",
        "--streams=" + stream,
        "--set=url=" + url,
        "--set=api_token=" + ShopApi.TOKEN);
  }

  @Test
  void syncsOfDifferentStreamsMayBeginAtOnceInAnEmptyDatabase() throws Exception {
    try (OtherProcess customers = start(visit.url(), "customers");
        OtherProcess products = start(visit.url(), "products");
        OtherProcess orders = start(visit.url(), "orders")) {
      for (OtherProcess sync : List.of(customers, products, orders)) {
        assertThat(ParsedJson.of(sync.rest()).value("succeeded")).isEqualTo(true);
        assertThat(sync.exitCode()).isZero();
      }
    }
    assertThat(database.number("select count(*) from raw._godwit_state")).isEqualTo(3);
    assertThat(database.number("select count(*) from raw.customers")).isEqualTo(120);
    assertThat(database.number("select count(*) from raw.products")).isEqualTo(60);
    assertThat(database.number("select count(*) from raw.orders"))
        .isEqualTo(visit.shop().orders().size());
  }

  @Test
  void aSecondSyncOfAStreamIsRefusedAndTheFirstOneGoesOn() throws Exception {
    try (StalledShop stalled = new StalledShop(visit.shop(), "cus_00100");
        OtherProcess first = start(stalled.url(), "orders")) {
      stalled.awaitStall();
      Captured second =
          visit.run("sync", destination + "&schema=raw", "--streams=orders", "--attempts=1");

      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.err())
          .contains("postgres.stream-busy", "Another sync is writing stream orders");
      stalled.release();
      assertThat(ParsedJson.of(first.rest()).value("succeeded")).isEqualTo(true);
    }
    long orders = visit.shop().orders().size();
    assertThat(database.number("select count(distinct id) from raw.orders")).isEqualTo(orders);
    assertThat(database.number("select count(*) from raw.orders")).isEqualTo(orders);
  }
}
