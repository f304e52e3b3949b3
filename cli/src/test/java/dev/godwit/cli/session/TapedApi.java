package dev.godwit.cli.session;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.godwit.cli.Captured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// An API that tests record, and then close before they replay.
final class TapedApi implements AutoCloseable {
  /// What a path answers.
  @FunctionalInterface
  interface Page {
    Reply to(HttpExchange request) throws IOException;
  }

  record Reply(int status, Map<String, String> headers, byte[] body) {
    static Reply json(String body) {
      return new Reply(
          200, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private final Path folder;
  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();

  TapedApi(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  TapedApi serve(String path, Page page) {
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          Reply reply = page.to(exchange);
          reply.headers().forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(
              reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
          exchange.getResponseBody().write(reply.body());
          exchange.close();
        });
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int asked() {
    return asked.get();
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /// The session as text.
  String session() throws IOException {
    return Files.readString(folder.resolve("api.session.yaml"));
  }

  Captured record(String... more) {
    List<String> args = new ArrayList<>(List.of("record", "api.yaml"));
    args.addAll(List.of("--set", "url=" + url(), "--out", "api.session.yaml"));
    args.addAll(List.of(more));
    return Captured.run(folder, args.toArray(String[]::new));
  }

  /// Tests with nobody there who could answer.
  Captured testOffline(String... more) {
    close();
    List<String> args = new ArrayList<>(List.of("test"));
    args.addAll(List.of(more));
    return Captured.run(folder, args.toArray(String[]::new));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /// A manifest of streams that read one list each.
  ///
  /// @param requester more fields of the requester of all streams, in flow style, with a comma in
  ///   front
  static String manifest(String requester, String spec, String... streams) {
    StringBuilder text =
        new StringBuilder(
            """
            version: 6.0.0
            type: DeclarativeSource
            check: {type: CheckStream, stream_names: [%s]}
            spec:
              type: Spec
              connection_specification:
                type: object
                properties: {%s}
            streams:
            """
                .formatted(streams[0], spec));
    for (String stream : streams) {
      text.append(
          """
          - type: DeclarativeStream
            name: %1$s
            primary_key: id
            schema_loader: {type: InlineSchemaLoader, schema: {properties: {id: {type: integer}}}}
            retriever:
              type: SimpleRetriever
              requester: {type: HttpRequester, url_base: "{{ config['url'] }}", path: /%1$s%2$s}
              record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
          """
              .formatted(stream, requester));
    }
    return text.toString();
  }
}
