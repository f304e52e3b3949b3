package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that misbehave. Nothing hangs, and what may help is tried again.
@Timeout(60)
class FaultsTest {
  private final Sending sending = new Sending();

  @AfterEach
  void closeTransport() {
    sending.close();
  }

  private static void write(Socket connection, String text) throws IOException {
    OutputStream out = connection.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static Session impatient() {
    return new Session(
        new Timeouts(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(20)));
  }

  @Test
  void aBodyThatTricklesForEverIsGivenUp() throws IOException {
    Session session =
        new Session(
            new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(100)));
    try (RawServer server =
        new RawServer(connection -> {
          write(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          while (!Thread.currentThread().isInterrupted()) {
            write(connection, "1\r\n \r\n");
          }
        })) {
      assertThatThrownBy(
              () -> sending.sendIn(session, new Request("GET", server.url(), Map.of(), null)))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("took too long");
    }
  }

  @Test
  void aBodyThatStopsIsGivenUp() throws IOException {
    try (RawServer server =
        new RawServer(
            connection -> write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[1,"))) {
      assertThatThrownBy(
              () -> sending.sendIn(impatient(), new Request("GET", server.url(), Map.of(), null)))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aResetInTheMiddleOfABodyIsNoAnswer() throws IOException {
    try (RawServer server =
        new RawServer(connection -> {
          write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[1,");
          connection.setSoLinger(true, 0);
          connection.close();
        })) {
      assertThatThrownBy(() -> sending.get(server.url())).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatComesAfterTheDeclaredLengthIsLeft() throws IOException {
    try (RawServer server =
        RawServer.sending("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n[1] and more")) {
      assertThat(sending.get(server.url()).text()).isEqualTo("[1]");
    }
  }

  @Test
  void aBodyWithoutALengthEndsWithItsConnection() throws IOException {
    try (RawServer server = RawServer.sending("HTTP/1.1 200 OK\r\n\r\n[1]")) {
      assertThat(sending.get(server.url()).text()).isEqualTo("[1]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 0", "Content-Encoding: gzip\r\nContent-Length: 0"})
  void anEmptyAnswerIsAnAnswer(String header) throws IOException {
    try (RawServer server = RawServer.sending("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n")) {
      assertThat(sending.get(server.url()).body()).isEmpty();
    }
  }

  @Test
  void newsBeforeTheAnswerIsNoAnswer() throws IOException {
    try (RawServer server =
        RawServer.sending(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n[1]")) {
      Response response = sending.get(server.url());
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.text()).isEqualTo("[1]");
      assertThat(response.headers()).doesNotContainKey("Link");
    }
  }

  @Test
  void aServerThatSpeaksNoTlsIsToldApart() throws IOException {
    try (RawServer plain = RawServer.sending("HTTP/1.1 400 Bad\r\n\r\n")) {
      assertThatThrownBy(() -> sending.get(plain.url().replace("http:", "https:")))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void aServerThatNeverShakesHandsIsNotWaitedForForEver() throws IOException {
    try (RawServer silent = new RawServer(connection -> {})) {
      String url = silent.url().replace("http:", "https:");
      assertThatThrownBy(() -> sending.sendIn(impatient(), new Request("GET", url, Map.of(), null)))
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void headersWithoutMeasureAreRefused(boolean long_) throws IOException {
    String headers = long_ ? "X: " + "x".repeat(70_000) + "\r\n" : "X: x\r\n".repeat(1_001);
    try (RawServer server =
        RawServer.sending("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: 0\r\n\r\n")) {
      assertThatThrownBy(() -> sending.get(server.url()))
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> assertThat(error.code()).isEqualTo("http.headers-too-large"));
    }
  }

  @Test
  void headersThatNeverEndAreRefused() throws IOException {
    try (RawServer server =
        new RawServer(connection -> {
          write(connection, "HTTP/1.1 200 OK\r\n");
          while (!connection.isClosed()) {
            write(connection, "X: x\r\n");
          }
        })) {
      assertThatThrownBy(() -> sending.get(server.url())).isInstanceOf(GodwitException.class);
    }
  }

  @Test
  void aBombIsRefused() throws IOException {
    byte[] bomb = Encoded.by("gzip", new byte[80 << 20]);
    Answered answer = Answered.status(200).with("Content-Encoding", "gzip").body(bomb);
    try (Api api = Api.answering(asked -> answer)) {
      assertThatThrownBy(() -> sending.get(api.url("/")))
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.code()).isEqualTo("http.body-too-large");
                assertThat(error.kind()).isEqualTo(ErrorKind.SYSTEM);
              });
    }
  }

  @Test
  void aFaultIsTriedAgainAsTheReferenceDoes() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (RawServer server =
            new RawServer(connection -> {
              boolean good = asked.incrementAndGet() > 3;
              write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[{\"a\":1");
              write(connection, good ? "}]" : "");
              connection.close();
            });
        Api unused = Api.answering(any -> Answered.json("[]"))) {
      Reading reading = new Reading(unused).config("api", server.url()).read();
      assertThat(reading.rows()).hasSize(1);
      assertThat(reading.waits()).containsExactly(1.0, 2.0, 4.0);
    }
  }

  @Test
  void aFaultThatStaysIsAnErrorAfterSixAttempts() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (RawServer server =
            new RawServer(connection -> {
              asked.incrementAndGet();
              connection.close();
            });
        Api unused = Api.answering(any -> Answered.json("[]"))) {
      assertThatThrownBy(() -> new Reading(unused).config("api", server.url()).read())
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> assertThat(error.code()).isEqualTo("http.unreachable"));
      assertThat(asked).hasValue(6);
    }
  }
}
