package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hosts of secure connections: what the server is told, and which certificates count for them.
///
/// The JDK's server refuses names with an underscore, so for those the two are tested apart.
class HostNamesTest {
  @TempDir static Path folder;
  private static TestCertificate certificate;

  private Api api;
  private TestProxy proxy;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = new TestCertificate(folder);
  }

  @BeforeEach
  void open() throws Exception {
    api = Api.over(certificate.server(), asked -> Answered.json("[1]"));
    proxy = new TestProxy(null);
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    api.close();
  }

  private Response get(String host) throws IOException {
    Map<String, String> variables =
        Map.of("HTTPS_PROXY", proxy.url(""), "SSL_CERT_FILE", certificate.pem().toString());
    try (Sending sending = new Sending(variables)) {
      return sending.get("https://" + host + ":" + api.port() + "/");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"my-tenant.shop.example", "my-tenant.shop.example."})
  void aNameIsToldWithoutFullStopAndFoundInTheCertificate(String host) throws IOException {
    assertThat(get(host).text()).isEqualTo("[1]");
    assertThat(proxy.greetings())
        .first()
        .asString()
        .contains("my-tenant.shop.example")
        .doesNotContain("my-tenant.shop.example.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.example", "my-tenant.other.example", "my-tenant.other.example."})
  void aCertificateForAnotherNameIsNotTrusted(String host) {
    assertThatThrownBy(() -> get(host)).isInstanceOf(SSLException.class);
  }

  @Test
  void aNameWithAnUnderscoreIsToldAsItIs() {
    assertThatThrownBy(() -> get("my_tenant.shop.example"))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("illegal_parameter");
    assertThat(proxy.greetings()).first().asString().contains("my_tenant.shop.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my_tenant.shop.example", "my-tenant.shop.example", "localhost"})
  void namesWithUnderscoresAreFoundInCertificates(String host) {
    assertThatCode(() -> new UnusualNames().verify(host, shown())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my_shop.example",
        "my_tenant.other.example",
        "deep.my_tenant.shop.example",
        "shop_example",
        "local_host"
      })
  void namesWithUnderscoresThatAreNotInACertificateAreRefused(String host) {
    assertThatThrownBy(() -> new UnusualNames().verify(host, shown()))
        .isInstanceOf(SSLException.class);
  }

  private static X509Certificate shown() throws Exception {
    try (InputStream in = Files.newInputStream(certificate.pem())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
