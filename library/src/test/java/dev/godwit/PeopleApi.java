package dev.godwit;

import com.sun.net.httpserver.HttpServer;
import dev.godwit.config.ConfigReader;
import dev.godwit.connection.ConnectionFile;
import dev.godwit.core.Surroundings;
import dev.godwit.core.log.Log;
import dev.godwit.core.time.Sleeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// An API of people, with a manifest and connections for it in a folder.
final class PeopleApi implements AutoCloseable {
  private final Path folder;
  private final HttpServer server;

  /// @param people what it answers
  PeopleApi(Path folder, String people) throws IOException {
    this.folder = folder;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/people",
        exchange -> {
          byte[] body = people.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /// Writes the manifest.
  ///
  /// @param properties of the schema, as YAML
  /// @param cursor whether there is the cursor `seen`
  void manifest(String properties, boolean cursor) throws IOException {
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
        %s
        """
            .formatted(server.getAddress().getPort(), properties, cursor ? CURSOR : ""));
  }

  private static final String CURSOR =
      """
          incremental_sync:
            type: DatetimeBasedCursor
            cursor_field: seen
            datetime_format: "%Y-%m-%d"
            start_datetime: "2024-01-01"
      """
          .indent(0);

  /// A sync into `people.duckdb` as a connection file has it.
  ///
  /// @param settings what the file says besides source and destination
  SyncBuilder connection(String settings, Map<String, String> variables, Log log)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("connection.yaml"),
            "source: people.yaml\ndestination: duckdb:people.duckdb\n" + settings);
    ConnectionFile connection = ConnectionFile.read(file);
    return Godwit.source(connection.source())
        .config(connection.config(new ConfigReader(folder, variables), null, List.of()))
        .surroundings(new Surroundings(Clock.systemUTC(), Sleeper.real(), variables, log))
        .to(connection);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
