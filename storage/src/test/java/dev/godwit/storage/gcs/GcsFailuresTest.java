package dev.godwit.storage.gcs;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the server of GcsStorageTest never answers, out of Google's documentation.
class GcsFailuresTest {
  @TempDir Path folder;
  private HttpServer google;
  private String endpoint;
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    google = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    google.start();
    endpoint = "http://127.0.0.1:" + google.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    google.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "401, Invalid Credentials, authError, CONFIG, storage.denied",
    "403, no storage.objects.create access, forbidden, CONFIG, storage.denied",
    "404, The specified bucket does not exist., notFound, CONFIG, storage.not-found",
    "400, Bad, invalid, TRANSIENT, storage.refused",
  })
  void whatGoogleAnswersIsSaidInOurWords(
      int status, String message, String reason, ErrorKind kind, String code) {
    answer("/", status, error(status, message, reason));

    GodwitException refused = failure(Map.of("STORAGE_EMULATOR_HOST", endpoint));

    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.kind()).isEqualTo(kind);
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() {
    google.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          boolean busy = asked.incrementAndGet() == 1;
          byte[] body =
              busy ? error(503, "busy", "backendError") : "{\"items\":[]}".getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(busy ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });

    try (Storage storage =
        Storages.open("gs://shop-data/shop", Map.of("STORAGE_EMULATOR_HOST", endpoint))) {
      assertThat(storage.list("")).isEmpty();
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void aMissingBucketIsNamedByEachCall() {
    assumeTrue(GcsServer.start().map(GcsFailuresTest::missingBucket).orElse(false), "needs Go");
  }

  private static boolean missingBucket(GcsServer server) {
    try (server;
        Storage storage = Storages.open("gs://no-such-bucket/shop", server.variables())) {
      List<Runnable> calls =
          List.of(
              storage::check,
              () -> storage.list(""),
              () -> storage.replace("a", new byte[0], null));
      assertThat(calls)
          .extracting(call -> catchThrowableOfType(GodwitException.class, call::run).code())
          .containsOnly("storage.not-found");
    }
    return true;
  }

  @ParameterizedTest
  @CsvSource({
    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.,"
        + " storage.clock",
    "Invalid JWT Signature., storage.denied",
  })
  void aKeyThatGoogleDoesNotTakeIsToldFromAWrongClock(String reason, String code)
      throws IOException, NoSuchAlgorithmException {
    answer(
        "/token",
        400,
        "{\"error\":\"invalid_grant\",\"error_description\":\"%s\"}"
            .formatted(reason)
            .getBytes(UTF_8));

    GodwitException refused =
        failure(Map.of("GOOGLE_APPLICATION_CREDENTIALS", keyFile().toString()));

    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.kind()).isEqualTo(ErrorKind.CONFIG);
  }

  private Path keyFile() throws IOException, NoSuchAlgorithmException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    String key =
        Base64.getEncoder().encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
    String json =
        """
        {"type":"service_account","project_id":"p","private_key_id":"k","client_id":"1",
         "client_email":"shop@p.iam.gserviceaccount.com","token_uri":"%s/token",
         "private_key":"-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n"}
        """
            .formatted(endpoint, key);
    return Files.writeString(folder.resolve("key.json"), json);
  }

  @Test
  void aKeyFileThatIsMissingSaysWhereCredentialsAreLookedFor() {
    GodwitException refused =
        failure(Map.of("GOOGLE_APPLICATION_CREDENTIALS", folder.resolve("none.json").toString()));

    assertThat(refused.code()).isEqualTo("storage.no-credentials");
    assertThat(refused.hint()).contains("GOOGLE_APPLICATION_CREDENTIALS").contains("gcloud auth");
  }

  @Test
  void aServerThatIsDownIsUnreachable() {
    GodwitException refused = failure(Map.of("STORAGE_EMULATOR_HOST", "no-such-host.invalid"));

    assertThat(refused.code()).isEqualTo("storage.unreachable");
    assertThat(refused.message()).contains("no-such-host.invalid");
  }

  private void answer(String path, int status, byte[] body) {
    google.createContext(
        path,
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static byte[] error(int status, String message, String reason) {
    return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"errors\":[{\"message\":\"%s\",\"reason\":\"%s\"}]}}"
        .formatted(status, message, message, reason)
        .getBytes(UTF_8);
  }

  private static GodwitException failure(Map<String, String> variables) {
    return catchThrowableOfType(
        GodwitException.class,
        () -> {
          try (Storage storage = Storages.open("gs://shop-data/shop", variables)) {
            storage.check();
          }
        });
  }
}
