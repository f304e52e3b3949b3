package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.http.Http2Server.Treatment;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that offer HTTP/2.
@Timeout(60)
class Http2Test {
  @TempDir static Path folder;
  private static TestCertificate certificate;
  private Sending sending;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = new TestCertificate(folder);
  }

  @BeforeEach
  void openTransport() {
    sending = new Sending(Map.of("SSL_CERT_FILE", certificate.pem().toString()));
  }

  @AfterEach
  void closeTransport() {
    sending.close();
  }

  private static Http2Server server(Treatment treatment) throws Exception {
    return new Http2Server(certificate, treatment);
  }

  private static Session impatient() {
    return new Session(new Timeouts(Duration.ofSeconds(20), Duration.ofMillis(300)));
  }

  @Test
  void aServerThatOffersHttp2IsAskedInIt() throws Exception {
    try (Http2Server server = server(exchange -> exchange.answer("[1]"))) {
      Response response =
          sending.get(server.url("/x?y=%20z"), Map.of("X-Own", "mine", "Authorization", "a b"));
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.text()).isEqualTo("[1]");
      assertThat(response.url()).isEqualTo(server.url("/x?y=%20z"));
      assertThat(server.asked().getFirst())
          .containsEntry(":method", "GET")
          .containsEntry(":path", "/x?y=%20z")
          .containsEntry("x-own", "mine")
          .containsEntry("authorization", "a b")
          .containsEntry("accept-encoding", "gzip, deflate")
          .containsEntry("user-agent", "tester")
          .doesNotContainKey("connection");
    }
  }

  @Test
  void requestsOneAfterTheOtherShareAConnection() throws Exception {
    try (Http2Server server = server(exchange -> exchange.answer("[1]"))) {
      for (int i = 0; i < 5; i++) {
        assertThat(sending.get(server.url("/")).text()).isEqualTo("[1]");
      }
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.asked()).hasSize(5);
    }
  }

  @Test
  void manyRequestsAtOnceAreAllAnswered() throws Exception {
    try (Http2Server server = server(exchange -> exchange.answer("[1]"))) {
      List<FutureTask<String>> tasks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        FutureTask<String> task = new FutureTask<>(() -> sending.get(server.url("/")).text());
        tasks.add(task);
        Thread.ofVirtual().start(task);
      }
      for (FutureTask<String> task : tasks) {
        assertThat(task.get()).isEqualTo("[1]");
      }
      assertThat(server.asked()).hasSize(20);
    }
  }

  @Test
  void aServerWithoutItIsAskedInHttp1() throws Exception {
    try (Api api = Api.over(certificate.server(), asked -> Answered.json("[1]"))) {
      String url = "https://localhost:" + api.port() + "/";
      assertThat(sending.get(url).text()).isEqualTo("[1]");
      assertThat(sending.get(url).text()).isEqualTo("[1]");
      assertThat(api.asked().getFirst().port()).isEqualTo(api.asked().getLast().port());
    }
  }

  @Test
  void theEnvironmentCanForbidIt() throws Exception {
    Map<String, String> variables =
        Map.of("SSL_CERT_FILE", certificate.pem().toString(), "GODWIT_HTTP2", "false");
    try (Http2Server server = server(exchange -> exchange.answer("[1]"));
        Sending careful = new Sending(variables)) {
      assertThatThrownBy(() -> careful.get(server.url("/"))).isInstanceOf(IOException.class);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void aBodyIsSent() throws Exception {
    try (Http2Server server = server(exchange -> exchange.answer("[1]"))) {
      assertThat(sending.post(server.url("/"), Map.of("Content-Type", "a/b"), "body").text())
          .isEqualTo("[1]");
      assertThat(server.asked().getFirst())
          .containsEntry(":method", "POST")
          .containsEntry("content-type", "a/b");
    }
  }

  @Test
  void bodiesMayBeReadAsTheyArrive() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    try (Http2Server server =
        server(exchange -> {
          exchange.head();
          exchange.body("ab", false);
          Thread.ofVirtual()
              .start(() -> {
                try {
                  read.await();
                  exchange.body("cd", true);
                } catch (InterruptedException | IOException e) {
                  throw new IllegalStateException(e);
                }
              });
        })) {
      Request request = new Request("GET", server.url("/"), Map.of(), null).forStream();
      try (InputStream body = sending.send(request).stream()) {
        assertThat(new String(body.readNBytes(2), StandardCharsets.UTF_8)).isEqualTo("ab");
        read.countDown();
        assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("cd");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8})
  void aStreamThatIsResetIsNoAnswer(int code) throws Exception {
    try (Http2Server server = server(exchange -> exchange.reset(code))) {
      assertThatThrownBy(() -> sending.get(server.url("/"))).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aBodyThatIsResetIsNoAnswer() throws Exception {
    try (Http2Server server =
        server(exchange -> {
          exchange.head();
          exchange.body("[1,", false);
          exchange.reset(2);
        })) {
      assertThatThrownBy(() -> sending.get(server.url("/"))).isInstanceOf(IOException.class);
      Response open = sending.send(new Request("GET", server.url("/"), Map.of(), null).forStream());
      assertThatThrownBy(() -> open.stream().readAllBytes())
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> assertThat(error.code()).isEqualTo("http.broken-body"));
    }
  }

  @Test
  void aServerThatGoesAwayIsAskedAgainOnANewConnection() throws Exception {
    try (Http2Server server =
        server(exchange -> {
          if (exchange.number() == 1) {
            exchange.goAway(0, 0);
          } else {
            exchange.answer("[1]");
          }
        })) {
      assertThatThrownBy(() -> sending.get(server.url("/"))).isInstanceOf(IOException.class);
      assertThat(sending.get(server.url("/")).text()).isEqualTo("[1]");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForForEver() throws Exception {
    try (Http2Server server = server(exchange -> {})) {
      Request request = new Request("GET", server.url("/"), Map.of(), null);
      assertThatThrownBy(() -> sending.sendIn(impatient(), request))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aRequestEndsWhenItsThreadIsInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (Http2Server server = server(exchange -> asked.countDown())) {
      FutureTask<Response> result = new FutureTask<>(() -> sending.get(server.url("/")));
      Thread thread = Thread.ofVirtual().start(result);
      asked.await();
      thread.interrupt();
      assertThatThrownBy(result::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
    }
  }
}
