package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.godwit.cli.Captured;
import dev.godwit.cli.ParsedJson;
import dev.godwit.cli.failure.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
  @TempDir private Path folder;
  private HttpServer server;
  private final String birds = "[{\"id\":1,\"seen\":\"2024-03-01\"}]";

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/birds",
        exchange -> {
          byte[] body = birds.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    manifest("id: {type: integer}, seen: {type: string}");
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void tellsWhatWillBeDoneAndMakesNoFile() {
    Captured plan = run("plan", "birds.yaml", database(), "--slices");
    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.out())
        .contains("birds: incremental, append-dedup; reads everything")
        .contains("read in: 1 slice")
        .contains("sql: create table \"main\".\"birds\" (")
        .contains("Nothing was changed.");
    assertThat(folder.resolve("birds.duckdb")).doesNotExist();
  }

  @Test
  void leavesADatabaseAsItIsToTheLastByte() throws IOException {
    run("sync", "birds.yaml", database(), "--quiet");
    run("sync", "birds.yaml", database(), "--quiet");
    manifest("id: {type: integer}, seen: {type: string}, wings: {type: number}");
    byte[] before = Files.readAllBytes(folder.resolve("birds.duckdb"));
    Captured plan = run("plan", "birds.yaml", database());
    assertThat(plan.out())
        .contains("goes on from seen 2024-03-01")
        .contains("change: new field wings (DOUBLE): evolve")
        .contains("add column \"wings\" DOUBLE")
        .contains("expected: 1 row, 1 request");
    assertThat(Files.readAllBytes(folder.resolve("birds.duckdb"))).isEqualTo(before);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("birds.yaml", "birds.duckdb");
  }

  @Test
  void aPlanIsCarriedOut() throws IOException {
    plan();
    Captured sync = run("sync", "--plan", "plan.json", "--set", "token=t0ken");
    assertThat(sync.exitCode()).as(sync.err()).isZero();
    assertThat(sync.out()).contains("birds");
    assertThat(Files.readString(folder.resolve("plan.json"))).doesNotContain("t0ken");
  }

  @Test
  void aPlanIsRefusedOnceTheManifestHasChanged() throws IOException {
    plan();
    manifest("id: {type: integer}, seen: {type: string}, wings: {type: number}");
    refused("birds.yaml was changed");
  }

  @Test
  void aPlanIsRefusedOnceAnotherSyncHasMovedOn() throws IOException {
    plan();
    run("sync", "birds.yaml", database(), "--quiet");
    refused("streams.birds.state was nothing and is {\"seen\":\"2024-03-01\"}");
  }

  @Test
  void aPlanIsRefusedOnceItsTableIsAnother() throws IOException {
    run("sync", "birds.yaml", database(), "--quiet");
    plan();
    assertThat(run("clear", database(), "birds").exitCode()).isZero();
    refused("streams.birds.generation");
  }

  @Test
  void aChangeThatIsAskedAboutFailsThePlanUntilItIsAccepted() throws IOException {
    run("sync", "birds.yaml", database(), "--quiet");
    manifest("id: {type: integer}, seen: {type: string}, wings: {type: number}");
    String ask = "--on-schema-change=new-column=ask";
    Captured asked = run("plan", "birds.yaml", database(), ask, "--json");
    assertThat(asked.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(asked.out()).contains("schema.not-accepted");
    assertThat(run("sync", "birds.yaml", database(), ask, "--quiet").exitCode())
        .isEqualTo(ExitCode.FAILED);
    Captured accepted =
        run("plan", "birds.yaml", database(), ask, "--accept", "birds.wings", "--out", "plan.json");
    assertThat(accepted.exitCode()).as(accepted.out()).isZero();
    assertThat(run("sync", "--plan", "plan.json", "--quiet").exitCode()).isZero();
    assertThat(run("sync", "birds.yaml", database(), ask, "--quiet").exitCode()).isZero();
  }

  @Test
  void aStateThatCannotBeReadIsWarnedOf() throws SQLException {
    run("sync", "birds.yaml", database(), "--quiet");
    try (Connection connection = DriverManager.getConnection("jdbc:" + database());
        Statement statement = connection.createStatement()) {
      statement.execute("update _godwit_state set state = '[]'");
    }
    String warning = "the state of stream birds can't be read";
    assertThat(run("plan", "birds.yaml", database(), "--full-refresh").out())
        .contains("warning: " + warning);
    assertThat(run("plan", "birds.yaml", database(), "--full-refresh", "--json").out())
        .contains(warning);
  }

  @Test
  void thePlanAsJsonHasEachStream() {
    ParsedJson json = ParsedJson.of(run("plan", "birds.yaml", database(), "--json").out());
    assertThat(json.value("streams"))
        .asString()
        .contains("stream=birds", "write_mode=append-dedup", "statements=[create table");
  }

  @Test
  void whatIsNoPlanIsRefused() throws IOException {
    Files.writeString(folder.resolve("plan.json"), "{\"godwit_plan\": 99}");
    Captured sync = run("sync", "--plan", "plan.json");
    assertThat(sync.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(sync.err()).contains("it is no plan of this version of Godwit");
  }

  private void plan() {
    Captured plan =
        run("plan", "birds.yaml", database(), "--set", "token=t0ken", "--out", "plan.json");
    assertThat(plan.exitCode()).as(plan.err()).isZero();
  }

  private void refused(String why) {
    Captured sync = run("sync", "--plan", "plan.json", "--set", "token=t0ken");
    assertThat(sync.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(sync.err()).contains("The plan no longer fits what is there", why);
  }

  private Captured run(String... args) {
    return Captured.run(folder, args);
  }

  private String database() {
    return "duckdb:" + folder.resolve("birds.duckdb");
  }

  private void manifest(String properties) throws IOException {
    Files.writeString(
        folder.resolve("birds.yaml"),
        """
        version: 7.0.0
        type: DeclarativeSource
        check: {type: CheckStream, stream_names: [birds]}
        streams:
          - type: DeclarativeStream
            name: birds
            primary_key: id
            retriever:
              type: SimpleRetriever
              requester: {type: HttpRequester, url_base: "http://127.0.0.1:%d", path: /birds}
              record_selector:
                type: RecordSelector
                extractor: {type: DpathExtractor, field_path: []}
            incremental_sync:
              type: DatetimeBasedCursor
              cursor_field: seen
              datetime_format: "%%Y-%%m-%%d"
              start_datetime: "2024-01-01"
            schema_loader:
              type: InlineSchemaLoader
              schema: {type: object, properties: {%s}}
        """
            .formatted(server.getAddress().getPort(), properties));
  }
}
