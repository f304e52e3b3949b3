package dev.godwit.registry.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.file.Sha256;
import dev.godwit.registry.RegistryServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
  @TempDir private Path folder;
  private final RegistryServer server = new RegistryServer();
  private final CountDownLatch forgotten = new CountDownLatch(1);

  @AfterEach
  void close() {
    forgotten.countDown();
    server.close();
  }

  private Download get(String path, Limit limit, Map<String, String> variables) {
    try (Downloads downloads = new Downloads(variables, new AddressRules(true))) {
      return downloads.get(
          path.startsWith("/") ? URI.create(server.url(path)) : URI.create(path),
          limit,
          Validators.NONE,
          folder);
    }
  }

  @Test
  void packedBodiesAreUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write("hello".getBytes(StandardCharsets.UTF_8));
    }
    server.on(
        "/x",
        exchange -> {
          assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).isEqualTo("gzip");
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          RegistryServer.bytes(packed.toByteArray()).give(exchange);
        });

    Download.Arrived arrived = (Download.Arrived) get("/x", Limit.MANIFEST, Map.of());

    assertThat(arrived.file()).content().isEqualTo("hello");
    assertThat(arrived.bytes()).isEqualTo(5);
    assertThat(arrived.sha256())
        .isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")
        .isEqualTo(Sha256.of(arrived.file()));
  }

  @Test
  void aServerThatFallsSilentIsNotWaitedForForever() {
    server.on(
        "/x",
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          await();
        });

    assertThatThrownBy(() -> get("/x", Limit.MANIFEST.within(Duration.ofMillis(300)), Map.of()))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("it took longer than");
    assertThat(folder).isEmptyDirectory();
  }

  private void await() {
    try {
      forgotten.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aBodyThatBreaksOffIsNotTaken() {
    server.on(
        "/x",
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write(1);
        });

    assertThatThrownBy(() -> get("/x", Limit.MANIFEST, Map.of()))
        .extracting("code")
        .isEqualTo("registry.unreachable");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void requestsGoThroughTheProxyOfTheEnvironment() {
    server.on("/x", RegistryServer.text("by proxy"));

    Download arrived =
        get("http://registry.example/x", Limit.MANIFEST, Map.of("http_proxy", server.url("")));

    assertThat(((Download.Arrived) arrived).file()).content().isEqualTo("by proxy");
  }

  @Test
  void exemptHostsAreAskedWithoutProxy() {
    EnvironmentProxies proxies =
        new EnvironmentProxies(
            Map.of("HTTPS_PROXY", "proxy.example:3128", "NO_PROXY", "a.example, .b.example"));

    assertThat(proxies.select(URI.create("https://c.example/")).getFirst().toString())
        .contains("proxy.example")
        .contains("3128");
    assertThat(proxies.select(URI.create("http://c.example/")).getFirst().toString())
        .isEqualTo("DIRECT");
    assertThat(proxies.select(URI.create("https://x.a.example/")).getFirst().toString())
        .isEqualTo("DIRECT");
    assertThat(proxies.select(URI.create("https://b.example/")).getFirst().toString())
        .isEqualTo("DIRECT");
  }

  @Test
  void certificatesThatCannotBeReadAreAnError() {
    assertThatThrownBy(() -> get("/x", Limit.MANIFEST, Map.of("SSL_CERT_FILE", "/nowhere/ca.pem")))
        .extracting("code")
        .isEqualTo("http.bad-certificates");
  }
}
