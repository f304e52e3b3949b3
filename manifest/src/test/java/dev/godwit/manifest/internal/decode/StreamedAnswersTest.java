package dev.godwit.manifest.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that are longer than any memory.
class StreamedAnswersTest {
  private static final String GZIP_CSV =
      "decoder: {type: GzipDecoder, decoder: {type: CsvDecoder}}";

  /// Writes rows until `rows` are written or the reader has gone.
  private static HttpServer serving(long rows, ExecutorService threads) throws IOException {
    HttpServer server = HttpServer.create(Api.loopback(), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> write(exchange, rows));
    server.start();
    return server;
  }

  private static void write(HttpExchange exchange, long rows) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out =
        new BufferedOutputStream(new GZIPOutputStream(exchange.getResponseBody(), 8192), 65536)) {
      out.write("id,text\n".getBytes(StandardCharsets.UTF_8));
      for (long row = 0; row < rows; row++) {
        String text = Long.toHexString(row * 0x9E3779B97F4A7C15L);
        out.write((row + "," + text + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static StreamReader open(Source source) {
    Stream stream = source.discover().find(StreamName.of("items")).orElseThrow();
    return source.open(ConfiguredStream.byDefault(stream), null);
  }

  @Test
  void rowsComeBeforeTheAnswerHasEnded() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      HttpServer server = serving(Long.MAX_VALUE, threads);
      String address = "url_base: http://127.0.0.1:" + server.getAddress().getPort();
      try (Api unused = Api.answering(asked -> Answered.status(500));
          Source source =
              new Reading(unused).requester(address + "\npath: x").retriever(GZIP_CSV).open();
          StreamReader reader = open(source)) {
        Slice slice = Objects.requireNonNull(reader.nextSlice());
        try (SliceReader batches = reader.open(slice)) {
          for (int i = 0; i < 20; i++) {
            RecordBatch batch = Objects.requireNonNull(batches.next());
            assertThat(batch.bytes()).isLessThan(1 << 20);
            assertThat(batch.rows()).isGreaterThan(1000);
          }
        }
      } finally {
        server.stop(0);
        threads.shutdownNow();
      }
    }
  }

  @Test
  void noRowIsLostBetweenPieces() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      HttpServer server = serving(300_000, threads);
      String address = "url_base: http://127.0.0.1:" + server.getAddress().getPort();
      try (Api unused = Api.answering(asked -> Answered.status(500))) {
        Reading reading =
            new Reading(unused).requester(address + "\npath: x").retriever(GZIP_CSV).read();
        assertThat(reading.rows()).hasSize(300_000).doesNotHaveDuplicates();
      } finally {
        server.stop(0);
      }
    }
  }

  @Test
  void rowsBeforeADamagedPlaceAreKept() {
    Answered answer =
        Answered.status(200)
            .body(
                "{\"a\":1}\n{\"a\":2}\n{\"a\":\"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
    try (Api api = Api.answering(asked -> answer)) {
      Reading reading = new Reading(api).retriever("decoder: {type: JsonlDecoder}");
      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class, e -> assertThat(e.code()).isEqualTo("decode.failed"));
      assertThat(reading.rows()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CsvDecoder",
        "JsonlDecoder",
        "IterableDecoder",
        "JsonItemsDecoder, items_path: a",
      })
  void aValueWithoutAnEndIsAnError(String decoder) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      HttpServer server = endless("{\"a\":[\"", threads);
      String address = "url_base: http://127.0.0.1:" + server.getAddress().getPort();
      try (Api unused = Api.answering(asked -> Answered.status(500))) {
        Reading reading =
            new Reading(unused)
                .requester(address + "\npath: x")
                .retriever("decoder: {type: " + decoder + "}");
        assertThatThrownBy(reading::read)
            .isInstanceOfSatisfying(
                GodwitException.class, e -> assertThat(e.code()).isEqualTo("decode.failed"));
      } finally {
        server.stop(0);
        threads.shutdownNow();
      }
    }
  }

  private static HttpServer endless(String start, ExecutorService threads) throws IOException {
    HttpServer server = HttpServer.create(Api.loopback(), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            byte[] more = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            while (true) {
              out.write(more);
            }
          }
        });
    server.start();
    return server;
  }

  @Test
  void aStreamedAnswerCannotBePaged() {
    try (Api api = Api.answering(asked -> Answered.json("[]"))) {
      Reading reading =
          new Reading(api)
              .retriever(
                  GZIP_CSV
                      + "\npaginator: {type: DefaultPaginator,"
                      + " pagination_strategy: {type: PageIncrement}}");
      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class, e -> assertThat(e.code()).isEqualTo("manifest.decoder"));
    }
  }
}
