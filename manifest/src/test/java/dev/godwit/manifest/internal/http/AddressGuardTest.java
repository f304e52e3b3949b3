package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private static final Map<String, String> ON = Map.of("GODWIT_BLOCK_PRIVATE_ADDRESSES", "true");

  /// Stands for a private address in tests, where all servers are at 127.0.0.1.
  private static final String INSIDE = "127.0.0.2";

  private static void assertRefused(ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> assertThat(error.code()).isEqualTo("http.private-address"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "198.18.0.1",
        "192.0.2.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::10.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
      })
  void theseArePrivate(String address) throws UnknownHostException {
    assertThat(PrivateAddresses.contain(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "169.253.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "64:ff9b::101:101",
        "2002:101:101::",
      })
  void theseArePublic(String address) throws UnknownHostException {
    assertThat(PrivateAddresses.contain(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "http://localhost:%d/",
        "http://[::1]:%d/",
        "http://0.0.0.0:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
      })
  void whatIsPrivateIsNeverAsked(String form) {
    try (Api api = Api.answering(asked -> Answered.json("[]"));
        Sending sending = new Sending(ON)) {
      assertRefused(() -> sending.get(form.formatted(api.port())));
      assertThat(api.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "false", "0", "No", "off"})
  void theGuardIsOffByDefault(String value) throws IOException {
    try (Api api = Api.answering(asked -> Answered.json("[]"));
        Sending sending = new Sending(Map.of("GODWIT_BLOCK_PRIVATE_ADDRESSES", value))) {
      assertThat(sending.get(api.url("/")).status()).isEqualTo(200);
    }
  }

  /// More requests than the pool has connections.
  @Test
  void aRefusalKeepsNoConnection() {
    try (Sending sending = new Sending(ON)) {
      for (int i = 0; i <= Clients.MAX_CONNECTIONS; i++) {
        assertRefused(() -> sending.get("http://127.0.0.1:1/"));
      }
    }
  }

  /// Answers with these addresses, one a question.
  private static DnsResolver resolving(String... addresses) {
    Deque<String> left = new ArrayDeque<>(List.of(addresses));
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByName(left.remove())};
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  private static PooledTransport guarded(DnsResolver names, Map<String, String> variables) {
    return new PooledTransport(
        variables,
        "tester",
        new ProxyRoutes(
            variables,
            proxies ->
                new AddressGuard(
                    names, address -> address.getHostAddress().equals(INSIDE), proxies)));
  }

  private static Response get(PooledTransport transport, String url) throws IOException {
    Timeouts patient = new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20));
    return transport.send(new Request("GET", url, Map.of(), null), new Session(patient));
  }

  @Test
  void aRedirectionDoesNotLeadInside() {
    try (Api api =
            Api.answering(asked -> Answered.redirect(302, "http://inside.test:" + asked.port()));
        PooledTransport transport = guarded(resolving("127.0.0.1", INSIDE), Map.of())) {
      assertRefused(() -> get(transport, "http://public.test:" + api.port() + "/"));
      assertThat(api.asked()).hasSize(1);
    }
  }

  /// The connection of the first request is closed, so the name is looked up again.
  @Test
  void aNameThatChangesItsAddressDoesNotLeadInside() throws IOException {
    try (Api api = Api.answering(asked -> Answered.json("[]").with("Connection", "close"));
        PooledTransport transport = guarded(resolving("127.0.0.1", INSIDE), Map.of())) {
      String url = "http://public.test:" + api.port() + "/";
      assertThat(get(transport, url).status()).isEqualTo(200);
      assertRefused(() -> get(transport, url));
      assertThat(api.asked()).hasSize(1);
    }
  }

  /// HTTP/2 is offered on the first connection and spoken on the second.
  @Test
  void theGuardHoldsForHttp2Too(@TempDir Path folder) throws Exception {
    TestCertificate certificate = new TestCertificate(folder);
    Map<String, String> variables = Map.of("SSL_CERT_FILE", certificate.pem().toString());
    try (Http2Server server = new Http2Server(certificate, exchange -> exchange.answer("[1]"));
        PooledTransport transport = guarded(resolving("127.0.0.1", INSIDE), variables)) {
      assertRefused(() -> get(transport, server.url("/")));
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void aProxyIsNotAskedForWhatIsInside() throws IOException {
    try (TestProxy proxy = new TestProxy(null);
        PooledTransport transport =
            guarded(resolving(INSIDE), Map.of("HTTP_PROXY", proxy.url("")))) {
      assertRefused(() -> get(transport, "http://inside.test/"));
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @Test
  void theProxyItselfMayLieInside() throws IOException {
    try (Api api = Api.answering(asked -> Answered.json("[]"));
        TestProxy proxy = new TestProxy(null)) {
      Map<String, String> variables = Map.of("HTTP_PROXY", proxy.url(""));
      DnsResolver names =
          new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
              if (host.endsWith(".test")) {
                throw new UnknownHostException(host);
              }
              return InetAddress.getAllByName(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
              return host;
            }
          };
      try (PooledTransport transport =
          new PooledTransport(
              variables,
              "tester",
              new ProxyRoutes(
                  variables, proxies -> new AddressGuard(names, address -> true, proxies)))) {
        assertRefused(() -> get(transport, api.url("/")));
        assertRefused(() -> get(transport, proxy.url("") + "/admin"));
        assertThat(proxy.asked()).isEmpty();
        assertThatThrownBy(() -> get(transport, "http://only-the-proxy-knows.test/"))
            .isInstanceOf(IOException.class);
        assertThat(proxy.asked()).contains("GET http://only-the-proxy-knows.test/ HTTP/1.1");
      }
    }
  }

  @Test
  void otherKindsOfProxiesAreRefused() {
    try (Sending sending = new Sending(Map.of("ALL_PROXY", "socks5://127.0.0.1:1080"))) {
      assertThatThrownBy(() -> sending.get("http://example.com/"))
          .isInstanceOfSatisfying(
              GodwitException.class, error -> assertThat(error.code()).isEqualTo("http.bad-proxy"));
    }
  }
}
