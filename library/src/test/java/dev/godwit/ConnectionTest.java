package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.godwit.config.ConfigReader;
import dev.godwit.connection.ConnectionFile;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.schema.Acceptance;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.time.Sleeper;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {
  private static final String PEOPLE =
      """
      [{"id": 1, "mail": "ann@example.org", "age": 30, "note": "x"},
       {"id": 2, "mail": "bob@example.org", "age": "unknown", "note": "y"}]
      """;

  @TempDir private Path folder;
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/people",
        exchange -> {
          byte[] body = PEOPLE.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    manifest("id: {type: integer}, mail: {type: string}, age: {type: integer}");
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void manifest(String properties) throws IOException {
    Files.writeString(
        folder.resolve("people.yaml"),
        """
        version: 7.0.0
        type: DeclarativeSource
        check: {type: CheckStream, stream_names: [people]}
        streams:
          - type: DeclarativeStream
            name: people
            primary_key: id
            retriever:
              type: SimpleRetriever
              requester: {type: HttpRequester, url_base: "http://127.0.0.1:%d", path: /people}
              record_selector:
                type: RecordSelector
                extractor: {type: DpathExtractor, field_path: []}
            schema_loader:
              type: InlineSchemaLoader
              schema: {type: object, properties: {%s}}
        """
            .formatted(server.getAddress().getPort(), properties));
  }

  @Test
  void rulesOfTheFileChangeRowsAndNoMaskedValueLiesInTheDatabase() throws IOException {
    SyncReport report =
        sync(
            """
            streams:
              people:
                columns: [mail, age]
                mappings:
                  - hash: {field: mail, key: "secret:HASH_KEY"}
            """);
    assertThat(only(report).error()).isNull();
    assertThat(query("select id, length(mail), age from people order by id"))
        .isEqualTo(List.of(List.of(1L, 64L, 30L), row(2L, 64L, null)));
    assertThat(Files.readString(folder.resolve("people.duckdb"), StandardCharsets.ISO_8859_1))
        .doesNotContain("ann@example.org", "bob@example.org");
  }

  @Test
  void aSecretThatNobodyKnowsStopsTheSyncBeforeItBegins() {
    assertThatThrownBy(() ->
            sync(
                """
                streams:
                  people:
                    mappings: [{hash: {field: mail, key: "secret:OTHER"}}]
                """))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.describe()).contains("secret:OTHER");
              assertThat(e.place().stream()).isEqualTo("people");
            });
    assertThat(folder.resolve("people.duckdb")).doesNotExist();
  }

  @Test
  void rowsThatDoNotFitGoToQuarantineWhereTheFileSaysSo() throws IOException {
    SyncReport report = sync("on_schema_change: {type-conflict: quarantine}\n");
    assertThat(only(report).rows().quarantined()).isEqualTo(1);
    assertThat(only(report).warnings())
        .containsExactly("1 rows in quarantine: field age does not fit BIGINT");
    assertThat(query("select id from people")).isEqualTo(List.of(List.of(1L)));
    assertThat(query("select stream, reason, field, \"row\"->>'id' from _godwit_quarantine"))
        .isEqualTo(List.of(List.of("people", "schema.type-conflict", "age", "2")));
  }

  @Test
  void aNewColumnWaitsUntilSomebodyHasAgreed() throws IOException {
    String ask = "on_schema_change: {new-column: ask}\n";
    assertThat(only(sync(ask)).error()).isNull();
    manifest("id: {type: integer}, mail: {type: string}, age: {type: integer}, note: {}");
    assertThat(only(sync(ask)).error())
        .isInstanceOfSatisfying(
            GodwitException.class,
            e ->
                assertThat(e.message())
                    .isEqualTo("New field note (JSON). Nobody has accepted it."));
    Acceptance accepted = new Acceptance(Set.of("people.note"));
    try (OpenSync sync = builder(ask).accept(accepted).open()) {
      assertThat(only(sync.run(SyncListener.SILENT)).error()).isNull();
    }
    assertThat(only(sync(ask)).error()).isNull();
    assertThat(query("select count(note) from people")).isEqualTo(List.of(List.of(2L)));
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  private static StreamReport only(SyncReport report) {
    return report.streams().getFirst();
  }

  private SyncReport sync(String settings) throws IOException {
    return builder(settings).sync(SyncListener.SILENT);
  }

  private SyncBuilder builder(String settings) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("connection.yaml"),
            "source: people.yaml\ndestination: duckdb:people.duckdb\n" + settings);
    ConnectionFile connection = ConnectionFile.read(file);
    Map<String, String> variables = Map.of("HASH_KEY", "0123456789abcdef0123456789abcdef");
    return Godwit.source(connection.source())
        .config(connection.config(new ConfigReader(folder, variables), null, List.of()))
        .surroundings(new Surroundings(Clock.systemUTC(), Sleeper.real(), variables, Log.NONE))
        .to(connection);
  }

  private List<List<@Nullable Object>> query(String sql) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (DuckDbQuery query = Godwit.query(folder.resolve("people.duckdb").toString(), sql)) {
      for (List<@Nullable Object> row = query.next(); row != null; row = query.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
