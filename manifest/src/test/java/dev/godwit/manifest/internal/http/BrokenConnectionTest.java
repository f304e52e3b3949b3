package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenConnectionTest {
  private final Sending sending = new Sending();

  @AfterEach
  void closeTransport() {
    sending.close();
  }

  private static Session impatient() {
    return new Session(new Timeouts(Duration.ofMillis(50), Duration.ofMillis(50)));
  }

  private static Request get(String url) {
    return new Request("GET", url, Map.of(), null);
  }

  @Test
  void aRefusedConnectionIsToldApart() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(() -> sending.get("http://127.0.0.1:" + port + "/"))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void anUnknownHostIsToldApart() {
    assertThatThrownBy(() -> sending.get("http://nowhere.invalid/"))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForForEver() throws IOException {
    try (RawServer silent = new RawServer(connection -> {})) {
      assertThatThrownBy(() -> sending.sendIn(impatient(), get(silent.url())))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  /// The default is longer than this test may take.
  @Test
  @Timeout(20)
  void theManifestSaysHowLongToWaitForAConnection() throws IOException {
    try (FullServer full = new FullServer()) {
      Session session = new Session(new Timeouts(Duration.ofMillis(200), Duration.ofMinutes(5)));
      assertThatThrownBy(() -> sending.sendIn(session, get(full.url())))
          .isInstanceOf(ConnectTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[1,2",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n[1,2\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nzzzz",
        "HTTP/1.1 200 OK\r\nContent-",
        "no HTTP at all\r\n\r\n",
      })
  void halfAnAnswerIsNoAnswer(String bytes) throws IOException {
    try (RawServer server = RawServer.sending(bytes)) {
      assertThatThrownBy(() -> sending.get(server.url())).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aConnectionThatIsResetIsNoAnswer() throws IOException {
    try (RawServer server =
        new RawServer(connection -> {
          connection.setSoLinger(true, 0);
          connection.close();
        })) {
      assertThatThrownBy(() -> sending.get(server.url())).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aConnectionThatTheServerClosedMeanwhileIsReplaced() throws IOException {
    try (Api api = Api.answering(asked -> Answered.json("{}").with("Connection", "close"))) {
      for (int i = 0; i < 3; i++) {
        assertThat(sending.get(api.url("/")).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aRequestEndsWhenItsThreadIsInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (RawServer silent = new RawServer(connection -> asked.countDown())) {
      FutureTask<Response> result = new FutureTask<>(() -> sending.get(silent.url()));
      Thread thread = Thread.ofVirtual().start(result);
      asked.await();
      thread.interrupt();
      assertThatThrownBy(result::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
    }
  }
}
