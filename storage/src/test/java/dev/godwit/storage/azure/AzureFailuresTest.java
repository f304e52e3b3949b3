package dev.godwit.storage.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.Storage;
import dev.godwit.storage.Storages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureFailuresTest {
  private static Optional<AzureServer> server = Optional.empty();
  @TempDir Path folder;

  @BeforeAll
  static void start() {
    server = AzureServer.start();
  }

  @AfterAll
  static void stop() {
    server.ifPresent(AzureServer::close);
  }

  private static AzureServer server() {
    assumeTrue(server.isPresent(), "needs Node, and Azurite from npm");
    return server.orElseThrow();
  }

  @Test
  void aKeyOpensTheContainerToo() {
    try (Storage storage =
        Storages.open("az://shop-data/key?endpoint=" + server().endpoint(), server().withKey())) {
      storage.check();
      storage.replace("a", "1".getBytes(UTF_8), null);
      storage.copy("a", "b");

      assertThat(storage.list("")).containsExactly("a", "b");
    }
  }

  @Test
  void aWrongKeyIsRefused() {
    GodwitException refused =
        failure(
            "az://shop-data/shop?endpoint=" + server().endpoint(),
            Map.of("AZURE_STORAGE_ACCOUNT", "godwit", "AZURE_STORAGE_KEY", "d3Jvbmc="));

    assertError(refused, ErrorKind.CONFIG, "storage.denied");
    assertThat(refused.describe()).doesNotContain("d3Jvbmc=");
  }

  @Test
  void aMissingContainerIsNamedByEachCall() {
    try (Storage storage = Storages.open("az://no-such-container/shop", server().variables())) {
      List<Runnable> calls =
          List.of(
              storage::check,
              () -> storage.read("a"),
              () -> storage.list(""),
              () -> storage.replace("a", new byte[0], null));
      assertThat(calls)
          .extracting(call -> catchThrowableOfType(GodwitException.class, call::run).code())
          .containsOnly("storage.not-found");
    }
  }

  @Test
  void anUnknownAccountIsUnreachable() {
    GodwitException refused =
        failure(
            "az://shop-data/shop?endpoint=http://127.0.0.1:1/godwit",
            Map.of("AZURE_STORAGE_ACCOUNT", "godwit", "AZURE_STORAGE_KEY", "d3Jvbmc="));

    assertError(refused, ErrorKind.TRANSIENT, "storage.unreachable");
  }

  @Test
  void anAddressWithoutAnAccountIsRefused() {
    GodwitException refused = failure("az://shop-data/shop", Map.of());

    assertError(refused, ErrorKind.CONFIG, "storage.address");
    assertThat(refused.hint()).contains("AZURE_STORAGE_ACCOUNT").contains("abfss://");
  }

  @Test
  void aConnectionStringThatIsNoneIsNotShown() {
    GodwitException refused =
        failure(
            "az://shop-data/shop", Map.of("AZURE_STORAGE_CONNECTION_STRING", "AccountKey=pa55"));

    assertError(refused, ErrorKind.CONFIG, "storage.no-credentials");
    assertThat(refused.describe()).doesNotContain("pa55");
    assertThat(refused.getCause()).isNull();
  }

  /// Documented answers of Azure that Azurite never gives.
  @ParameterizedTest
  @CsvSource({
    "403, AuthenticationFailed, Request date header too old: 'Mon', CONFIG, storage.clock",
    "403, AuthenticationFailed, Signature did not match, CONFIG, storage.denied",
    "401, InvalidAuthenticationInfo, expired, CONFIG, storage.denied",
    "403, AuthorizationPermissionMismatch, no right, CONFIG, storage.denied",
    "404, ContainerNotFound, none, CONFIG, storage.not-found",
    "409, AccountIsDisabled, disabled, TRANSIENT, storage.refused",
  })
  void whatAzureAnswersIsSaidInOurWords(
      int status, String code, String message, ErrorKind kind, String expected) throws IOException {
    HttpServer azure = answering(status, code, message);
    try {
      GodwitException refused =
          failure(
              "az://shop-data/shop?endpoint=http://127.0.0.1:%d/godwit"
                  .formatted(azure.getAddress().getPort()),
              Map.of("AZURE_STORAGE_ACCOUNT", "godwit", "AZURE_STORAGE_KEY", "d3Jvbmc="));

      assertError(refused, kind, expected);
    } finally {
      azure.stop(0);
    }
  }

  private static HttpServer answering(int status, String code, String message) throws IOException {
    HttpServer azure =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
            .formatted(code, message)
            .getBytes(UTF_8);
    azure.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("x-ms-error-code", code);
          exchange.getResponseHeaders().add("Content-Type", "application/xml");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    azure.start();
    return azure;
  }

  private static GodwitException failure(String place, Map<String, String> variables) {
    return catchThrowableOfType(
        GodwitException.class,
        () -> {
          try (Storage storage = Storages.open(place, variables)) {
            storage.check();
          }
        });
  }

  private static void assertError(GodwitException error, ErrorKind kind, String code) {
    assertThat(error).isNotNull();
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.kind()).isEqualTo(kind);
  }
}
