package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers whose bodies are read as they arrive.
class OpenBodyTest {
  private static final byte[] LONG = Encoded.LONG;

  private final Sending sending = new Sending();

  @AfterEach
  void closeTransport() {
    sending.close();
  }

  private Response open(String url) throws IOException {
    return sending.send(new Request("GET", url, Map.of(), null).forStream());
  }

  @Test
  void theBeginningIsThereBeforeTheEndIsSent() throws IOException {
    CountDownLatch read = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(connection -> {
          write(connection.getOutputStream(), "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab");
          await(read);
          write(connection.getOutputStream(), "cd");
        })) {
      try (InputStream body = open(server.url()).stream()) {
        assertThat(body.readNBytes(2)).asString().isEqualTo("ab");
        read.countDown();
        assertThat(body.readAllBytes()).asString().isEqualTo("cd");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
  void aConnectionThatWasReadToTheEndIsUsedAgain(String encoding) throws IOException {
    Answered answer =
        Answered.status(200).with("Content-Encoding", encoding).body(Encoded.by(encoding, LONG));
    try (Api api = Api.answering(asked -> answer)) {
      for (int i = 0; i < 3; i++) {
        try (InputStream body = open(api.url("/")).stream()) {
          assertThat(body.readAllBytes()).isEqualTo(LONG);
        }
      }
      assertThat(api.asked()).extracting(Asked::port).containsOnly(api.asked().getFirst().port());
    }
  }

  @Test
  void aConnectionThatWasReadHalfIsGivenUp() throws IOException {
    try (Api api = Api.answering(asked -> Answered.status(200).body(LONG))) {
      try (InputStream body = open(api.url("/")).stream()) {
        assertThat(body.readNBytes(10)).hasSize(10);
      }
      sending.get(api.url("/"));
      assertThat(api.asked()).extracting(Asked::port).doesNotHaveDuplicates();
    }
  }

  /// More than the pool holds, had they not been given back.
  @Test
  void answersThatNobodyReadsHoldNoConnections() throws IOException {
    try (Api api = Api.answering(asked -> Answered.status(200).body("short"))) {
      for (int i = 0; i < Clients.MAX_CONNECTIONS + 1; i++) {
        open(api.url("/")).close();
      }
      assertThat(sending.get(api.url("/")).text()).isEqualTo("short");
    }
  }

  @Test
  void anOpenBodyCanStillBeReadWhole() throws IOException {
    try (Api api = Api.answering(asked -> Answered.status(200).body(LONG))) {
      Response response = open(api.url("/"));
      assertThat(response.isOpen()).isTrue();
      assertThat(response.body()).isEqualTo(LONG);
      assertThat(response.isOpen()).isFalse();
      assertThat(response.stream().readAllBytes()).isEqualTo(LONG);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 500, 503})
  void anErrorIsReadToItsEnd(int status) throws IOException {
    try (Api api = Api.answering(asked -> Answered.status(status).body("why"))) {
      Response response = open(api.url("/"));
      assertThat(response.isOpen()).isFalse();
      assertThat(response.text()).isEqualTo("why");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 10\r\n\r\n[1,2",
        "Transfer-Encoding: chunked\r\n\r\n4\r\n[1,2\r\n",
        "Transfer-Encoding: chunked\r\n\r\n4\r\n[1,2\r\nzz",
      })
  void aBodyThatBreaksOffIsAnError(String bytes) throws IOException {
    try (RawServer server = RawServer.sending("HTTP/1.1 200 OK\r\n" + bytes)) {
      assertBroken(open(server.url()));
      Response whole = open(server.url());
      assertThatThrownBy(whole::body).isInstanceOf(GodwitException.class);
    }
  }

  @Test
  void aPackedBodyThatIsSpoiltIsAnError() throws IOException {
    byte[] packed = Encoded.by("gzip", LONG);
    packed[packed.length - 5] ^= 1;
    Answered answer = Answered.status(200).with("Content-Encoding", "gzip").body(packed);
    try (Api api = Api.answering(asked -> answer)) {
      assertBroken(open(api.url("/")));
    }
  }

  private static void assertBroken(Response response) throws IOException {
    try (InputStream body = response.stream()) {
      assertThatThrownBy(body::readAllBytes)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.code()).isEqualTo("http.broken-body");
                assertThat(error.kind()).isEqualTo(ErrorKind.TRANSIENT);
                assertThat(error.describe()).contains("GET http://127.0.0.1:");
              });
    }
  }

  @Test
  void readingEndsWhenItsThreadIsInterrupted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(connection ->
            write(
                connection.getOutputStream(), "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab"))) {
      FutureTask<byte[]> reading =
          new FutureTask<>(() -> {
            try (InputStream body = open(server.url()).stream()) {
              body.readNBytes(2);
              begun.countDown();
              return body.readAllBytes();
            }
          });
      Thread thread = Thread.ofVirtual().start(reading);
      begun.await();
      thread.interrupt();
      assertThatThrownBy(reading::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(InterruptedIOException.class);
    }
  }

  private static void write(java.io.OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
