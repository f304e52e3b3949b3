package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GodwitTest {
  private static final String MANIFEST =
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
            requester:
              type: HttpRequester
              url_base: "{{ config['url'] }}"
              path: /birds
              request_headers: {Token: "{{ config['token'] }}"}
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: [birds]}
          incremental_sync:
            type: DatetimeBasedCursor
            cursor_field: seen
            datetime_format: "%Y-%m-%d"
            start_datetime: "2024-01-01"
          schema_loader:
            type: InlineSchemaLoader
            schema:
              type: object
              properties: {id: {type: integer}, seen: {type: string}}
      spec:
        type: Spec
        connection_specification:
          type: object
          required: [url, token]
          properties: {url: {type: string}, token: {type: string, airbyte_secret: true}}
      """;

  private static final String BIRDS =
      """
      {"birds": [{"id": 1, "seen": "2024-03-01"}, {"id": 2, "seen": "2024-03-02"}]}
      """;

  @TempDir private Path folder;
  private HttpServer server;
  private SourceBuilder source;

  @BeforeEach
  void open() throws IOException {
    Path manifest = Files.writeString(folder.resolve("birds.yaml"), MANIFEST);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/birds",
        exchange -> {
          try (exchange) {
            boolean known = "t".equals(exchange.getRequestHeaders().getFirst("Token"));
            byte[] body = BIRDS.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 403, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    source = Godwit.source(manifest).config(Map.of("url", url(), "token", "t"));
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void checksAConfiguration() {
    assertThat(source.check().succeeded()).isTrue();
    assertThat(source.config(Map.of("url", url(), "token", "x")).check().problem()).contains("403");
  }

  @Test
  void tellsWhatItWantsToBeConfiguredWith() {
    assertThat(source.spec().connectionSpecification()).containsKey("required");
    assertThatThrownBy(() -> source.config(Map.of()).discover())
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(e.message()).contains("url", "token");
            });
  }

  @Test
  void discoversStreams() {
    assertThat(source.discover().streams())
        .extracting(stream -> stream.name().toString())
        .containsExactly("birds");
  }

  @Test
  void previewsRows() {
    assertThat(source.preview("birds", 1))
        .isEqualTo(List.of(Map.of("id", 1L, "seen", "2024-03-01")));
    assertThat(source.preview("birds", 9)).hasSize(2);
    assertThat(source.preview("birds", 0)).isEmpty();
    assertThatThrownBy(() -> source.preview("brids", 1))
        .hasMessageContaining("did you mean birds?");
  }

  @Test
  void syncsAndPlansToGoOnFromThere() {
    SyncBuilder sync = source.select("birds").to(database());
    assertThat(sync.plan().streams()).extracting(StreamPlan::state).containsOnlyNulls();
    assertThat(folder.resolve("birds.duckdb")).doesNotExist();

    SyncReport report = sync.sync(SyncListener.SILENT);

    assertThat(report.succeeded()).isTrue();
    assertThat(report.rowsCommitted()).isEqualTo(2);
    assertThat(sync.plan().streams()).extracting(StreamPlan::state).doesNotContainNull();
    assertThat(sync.fullRefresh().plan().streams())
        .allSatisfy(plan -> {
          assertThat(plan.state()).isNull();
          assertThat(plan.generation().replaces()).isTrue();
        });
    assertThat(sync.writeMode(WriteMode.APPEND).fullRefresh().plan().streams())
        .allSatisfy(plan -> {
          assertThat(plan.state()).isNull();
          assertThat(plan.generation().replaces()).isFalse();
        });
    assertThat(sync.writeMode(WriteMode.APPEND).plan().streams().getFirst().stream().writeMode())
        .isEqualTo(WriteMode.APPEND);
    try (DuckDbQuery query = Godwit.query(database(), "select id from birds order by id")) {
      assertThat(query.next()).isEqualTo(List.of(1L));
      assertThat(query.next()).isEqualTo(List.of(2L));
      assertThat(query.next()).isNull();
    }
  }

  @Test
  void refreshesAsTheWriteModeHasItWhicheverIsAskedForFirst() {
    SyncBuilder sync = source.to(database());
    List<StreamPlan> oneWay = sync.fullRefresh().writeMode(WriteMode.APPEND).plan().streams();
    List<StreamPlan> other = sync.writeMode(WriteMode.APPEND).fullRefresh().plan().streams();
    assertThat(withoutRules(oneWay)).isEqualTo(withoutRules(other));
    assertThat(oneWay).noneMatch(plan -> plan.generation().replaces());
  }

  /// Rules look at personal data of their own, and are equal to no others.
  private static List<List<@Nullable Object>> withoutRules(List<StreamPlan> plans) {
    return plans.stream()
        .map(plan ->
            Arrays.<@Nullable Object>asList(
                plan.schema(), plan.generation(), plan.state(), plan.range(), plan.read()))
        .toList();
  }

  @Test
  void runsAnOpenSyncOnce() {
    try (OpenSync sync = source.to(database()).open()) {
      assertThat(sync.run(SyncListener.SILENT).succeeded()).isTrue();

      assertThatIllegalArgumentException().isThrownBy(() -> sync.run(SyncListener.SILENT));
    }
  }

  @Test
  void reportsACancelledSyncAsCancelled() {
    try (OpenSync sync = source.to(database()).open()) {
      sync.cancel();
      SyncReport report = sync.run(SyncListener.SILENT);

      assertThat(sync.isCancelled()).isTrue();
      assertThat(report.succeeded()).isFalse();
      assertThat(report.streams())
          .extracting(StreamReport::error)
          .allSatisfy(error -> {
            assertThat(error).isNotNull();
            assertThat(error.code()).isEqualTo("sync.cancelled");
          });
    }
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String database() {
    return "duckdb:" + folder.resolve("birds.duckdb");
  }
}
