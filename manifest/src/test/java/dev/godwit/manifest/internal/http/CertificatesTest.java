package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatesTest {
  @TempDir static Path folder;
  private static Path pem = Path.of("");
  private static Api api = Api.answering(asked -> Answered.status(404));

  @BeforeAll
  static void startSecureServer() throws Exception {
    TestCertificate certificate = new TestCertificate(folder);
    pem = certificate.pem();
    api.close();
    api = Api.over(certificate.server(), asked -> Answered.json("[1]"));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private Response get(String host, Map<String, String> variables) throws IOException {
    try (Sending sending = new Sending(variables)) {
      return sending.get("https://" + host + ":" + api.port() + "/");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"})
  void anAuthorityThatTheEnvironmentNamesIsTrusted(String variable) throws IOException {
    assertThat(get("localhost", Map.of(variable, pem.toString())).text()).isEqualTo("[1]");
  }

  @Test
  void anEmptyVariableNamesNothing() throws IOException {
    Map<String, String> variables =
        Map.of("SSL_CERT_FILE", "", "REQUESTS_CA_BUNDLE", pem.toString());
    assertThat(get("localhost", variables).status()).isEqualTo(200);
  }

  @Test
  void anUnknownAuthorityIsNotTrusted() {
    assertThatThrownBy(() -> get("localhost", Map.of())).isInstanceOf(SSLException.class);
  }

  @Test
  void aCertificateForAnotherNameIsNotTrusted() {
    assertThatThrownBy(() -> get("localhost.localdomain", Map.of("SSL_CERT_FILE", pem.toString())))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aMissingFileIsRefused() {
    assertRefused(folder.resolve("missing.pem"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no certificate",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
      })
  void aFileWithoutCertificatesIsRefused(String content) throws IOException {
    assertRefused(Files.writeString(folder.resolve("bad.pem"), content));
  }

  private static void assertRefused(Path file) {
    assertThatThrownBy(new Certificates(Map.of("SSL_CERT_FILE", file.toString()))::context)
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(error.code()).isEqualTo("http.bad-certificates");
              assertThat(error.place().file()).isEqualTo(file.toString());
            });
  }
}
