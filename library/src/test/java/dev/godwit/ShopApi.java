package dev.godwit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A shop behind a token: orders that have a key and a cursor, visits that have neither, in pages
/// without end on demand.
public final class ShopApi implements AutoCloseable {
  static final String TOKEN = "token-of-the-shop";

  private static final String MANIFEST =
      """
      version: 7.0.0
      type: DeclarativeSource
      check: {type: CheckStream, stream_names: [orders]}
      definitions:
        requester:
          type: HttpRequester
          url_base: "{{ config['url'] }}"
          authenticator: {type: BearerAuthenticator, api_token: "{{ config['api_token'] }}"}
          request_parameters: {since: "{{ config.get('options', {}).get('since', '') }}"}
        rows: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
      streams:
        - type: DeclarativeStream
          name: orders
          primary_key: id
          retriever:
            type: SimpleRetriever
            requester: {$ref: "#/definitions/requester", path: /orders}
            record_selector: {$ref: "#/definitions/rows"}
          incremental_sync:
            type: DatetimeBasedCursor
            cursor_field: placed_at
            datetime_format: "%Y-%m-%d"
            start_datetime: "2024-01-01"
          schema_loader:
            type: InlineSchemaLoader
            schema:
              type: object
              properties:
                id: {type: integer}
                placed_at: {type: string, format: date}
                total: {type: number}
                note: {type: [string, "null"]}
                lines: {type: array, items: {type: object}}
        - type: DeclarativeStream
          name: visits
          retriever:
            type: SimpleRetriever
            requester: {$ref: "#/definitions/requester", path: /visits}
            record_selector: {$ref: "#/definitions/rows"}
            paginator:
              type: DefaultPaginator
              page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
              pagination_strategy: {type: PageIncrement, page_size: 2}
          schema_loader:
            type: InlineSchemaLoader
            schema: {type: object, properties: {page: {type: integer}, path: {type: string}}}
      spec:
        type: Spec
        connection_specification:
          type: object
          required: [url, api_token]
          properties:
            url: {type: string}
            api_token: {type: string, airbyte_secret: true}
            options: {type: object, properties: {since: {type: string, format: date}}}
      """;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> orders = new ArrayList<>();
  final AtomicInteger requests = new AtomicInteger();
  final CountDownLatch stalled = new CountDownLatch(1);
  private volatile int visitPages = 1;
  private volatile int stallAt = Integer.MAX_VALUE;
  private volatile boolean broken;

  public ShopApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/orders", this::orders);
    server.createContext("/visits", this::visits);
    server.setExecutor(threads);
    server.start();
    order(1, "2024-03-01", "10.5", "null", "[{\"sku\": \"tea\", \"count\": 2}]");
    order(2, "2024-03-02", "4", "\"gift\"", "[]");
  }

  synchronized void order(int id, String day, String total, String note, String lines) {
    orders.add(
        "{\"id\": %d, \"placed_at\": \"%s\", \"total\": %s, \"note\": %s, \"lines\": %s}"
            .formatted(id, day, total, note, lines));
  }

  synchronized void clear() {
    orders.clear();
  }

  void visitPages(int pages) {
    visitPages = pages;
  }

  /// Never answers the request for that page of visits.
  void stallAt(int page) {
    stallAt = page;
  }

  /// Answers requests for visits with an error from now on.
  void breakVisits() {
    broken = true;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// The manifest, as a file.
  static Path manifest(Path folder) throws IOException {
    return Files.writeString(folder.resolve("shop.yaml"), MANIFEST);
  }

  SourceBuilder source(Path folder) throws IOException {
    return Godwit.source(manifest(folder)).config(Map.of("url", url(), "api_token", TOKEN));
  }

  private void orders(HttpExchange exchange) throws IOException {
    String all;
    synchronized (this) {
      all = "[" + String.join(",", orders) + "]";
    }
    answer(exchange, 200, all);
  }

  private void visits(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    int page =
        query.contains("page=") ? Integer.parseInt(query.replaceFirst(".*page=(\\d+).*", "$1")) : 0;
    if (page >= stallAt) {
      stalled.countDown();
      return;
    }
    String visit = "{\"page\": %d, \"path\": \"/tea\"}".formatted(page);
    answer(
        exchange,
        broken ? 400 : 200,
        page < visitPages - 1 ? "[" + visit + "," + visit + "]" : "[" + visit + "]");
  }

  private void answer(HttpExchange exchange, int status, String text) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(("Bearer " + TOKEN).equals(given) ? status : 403, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
