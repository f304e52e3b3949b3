package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.net.NoProxy;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Recorded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
  @TempDir static Path folder;

  private static Api api() {
    return Api.answering(asked -> Answered.json("[1]"));
  }

  private static void get(String url, Map<String, String> variables) throws IOException {
    try (Sending sending = new Sending(variables)) {
      assertThat(sending.get(url).text()).isEqualTo("[1]");
    }
  }

  @Test
  void plainRequestsGoThroughTheProxy() throws IOException {
    try (Api api = api();
        TestProxy proxy = new TestProxy(null)) {
      get(api.url("/x?y=1"), Map.of("http_proxy", proxy.url("")));
      assertThat(proxy.asked().getFirst()).isEqualTo("GET " + api.url("/x?y=1") + " HTTP/1.1");
      assertThat(api.asked()).hasSize(1);
    }
  }

  @Test
  void secureRequestsAreTunnelledAndTheProxysAuthorityIsTrusted() throws Exception {
    TestCertificate certificate = new TestCertificate(folder);
    try (Api api = Api.over(certificate.server(), asked -> Answered.json("[1]"));
        TestProxy proxy = new TestProxy(null)) {
      get(
          "https://localhost:" + api.port() + "/x",
          Map.of("HTTPS_PROXY", proxy.url(""), "SSL_CERT_FILE", certificate.pem().toString()));
      assertThat(proxy.asked().getFirst())
          .isEqualTo("CONNECT localhost:" + api.port() + " HTTP/1.1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:pass%3Aword@", "user:pass:word@"})
  void credentialsOfTheProxyAreUsed(String userInfo) throws IOException {
    try (Api api = api();
        TestProxy proxy = new TestProxy("Basic dXNlcjpwYXNzOndvcmQ=")) {
      get(api.url("/"), Map.of("HTTP_PROXY", proxy.url(userInfo)));
      assertThat(proxy.asked()).contains("GET " + api.url("/") + " HTTP/1.1");
      assertThat(api.asked().getFirst().headers())
          .containsKey("Accept-Encoding")
          .doesNotContainKey("Upgrade");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http_proxy, true",
    "HTTP_PROXY, true",
    "all_proxy, true",
    "ALL_PROXY, true",
    "https_proxy, false",
    "HTTPS_PROXY, false",
  })
  void eachVariableRulesItsScheme(String variable, boolean proxied) throws IOException {
    try (Api api = api();
        TestProxy proxy = new TestProxy(null)) {
      get(api.url("/"), Map.of(variable, proxy.url("")));
      assertThat(proxy.asked()).hasSize(proxied ? 1 : 0);
    }
  }

  @Test
  void lowerCaseNamesCountFirst() throws IOException {
    try (Api api = api();
        TestProxy proxy = new TestProxy(null)) {
      get(
          api.url("/"),
          Map.of("http_proxy", proxy.url(""), "HTTP_PROXY", "http://nowhere.invalid"));
      assertThat(proxy.asked()).hasSize(1);
    }
  }

  @Test
  void theSchemesOwnVariableCountsBeforeTheOneForAll() throws IOException {
    try (Api api = api();
        TestProxy proxy = new TestProxy(null)) {
      get(api.url("/"), Map.of("HTTP_PROXY", proxy.url(""), "ALL_PROXY", "http://nowhere.invalid"));
      assertThat(proxy.asked()).hasSize(1);
    }
  }

  @Test
  void aProxyMayBeNamedWithoutAScheme() throws IOException {
    try (Api api = api();
        TestProxy proxy = new TestProxy(null)) {
      get(api.url("/"), Map.of("HTTP_PROXY", proxy.url("").substring("http://".length())));
      assertThat(proxy.asked()).hasSize(1);
    }
  }

  @Test
  void exemptHostsAreAskedDirectly() throws IOException {
    try (Api api = api();
        TestProxy proxy = new TestProxy(null)) {
      get(api.url("/"), Map.of("HTTP_PROXY", proxy.url(""), "NO_PROXY", "127.0.0.0/8"));
      assertThat(proxy.asked()).isEmpty();
    }
  }

  static List<List<@Nullable Object>> exemptions() {
    return Recorded.table(ProxyTest.class, "origins.json", "bypass");
  }

  @ParameterizedTest
  @MethodSource("exemptions")
  void theSameHostsAsInTheReferenceAreExempt(List<@Nullable Object> exemption) {
    Parts url = Parts.of(Objects.requireNonNull(exemption.getFirst()).toString());
    String authority = Objects.requireNonNull(url.host());
    int port = authority.contains(":") ? Integer.parseInt(url.port()) : -1;
    NoProxy list = NoProxy.of(Objects.requireNonNull(exemption.get(1)).toString());
    assertThat(list.exempts(url.hostName(), port)).isEqualTo(exemption.getLast());
  }
}
