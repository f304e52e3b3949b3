package dev.godwit.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.Storage;
import dev.godwit.storage.Storages;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class S3FailuresTest {
  private static final byte[] CONTENT = "content".getBytes(UTF_8);

  private static S3Server server;
  @TempDir Path folder;

  @BeforeAll
  static void start() {
    server = S3Server.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void heal() {
    server.store().heal();
  }

  @Test
  void aWrongSecretIsRefused() {
    GodwitException refused = failure(place(), with(Map.of("AWS_SECRET_ACCESS_KEY", "wr0ng")));

    assertError(refused, ErrorKind.CONFIG, "storage.denied");
    assertThat(refused.describe())
        .contains("s3://shop-data/shop does not know these credentials (SignatureDoesNotMatch)")
        .contains("Check the key")
        .doesNotContain("wr0ng");
  }

  @Test
  void anUnknownKeyIsRefused() {
    assertError(
        failure(place(), with(Map.of("AWS_ACCESS_KEY_ID", "nobody"))),
        ErrorKind.CONFIG,
        "storage.denied");
  }

  @Test
  void withoutCredentialsTheHintSaysWhereTheyAreLookedFor() {
    Map<String, String> variables =
        Map.of(
            "AWS_ENDPOINT_URL", server.endpoint(),
            "AWS_EC2_METADATA_DISABLED", "true",
            "AWS_CONFIG_FILE", folder.resolve("none").toString(),
            "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());

    GodwitException refused = failure(place(), variables);

    assertError(refused, ErrorKind.CONFIG, "storage.no-credentials");
    assertThat(refused.hint()).contains("AWS_ACCESS_KEY_ID").contains("AWS_PROFILE");
  }

  @Test
  void aMissingBucketIsNamed() {
    GodwitException refused = failure("s3://no-such-bucket/shop", server.variables());

    assertError(refused, ErrorKind.CONFIG, "storage.not-found");
    assertThat(refused.message()).contains("'no-such-bucket'");
  }

  @Test
  void aMissingBucketIsNamedByEachCall() {
    try (Storage storage = Storages.open("s3://no-such-bucket/shop", server.variables())) {
      List<Runnable> calls =
          List.of(
              () -> storage.read("a"),
              () -> storage.list(""),
              () -> storage.delete(List.of("a")),
              () -> storage.download("a", folder.resolve("a")));
      assertThat(calls)
          .extracting(call -> catchThrowableOfType(GodwitException.class, call::run).code())
          .containsOnly("storage.not-found");
    }
  }

  @Test
  void anUnknownHostIsNamed() {
    GodwitException refused =
        failure(place() + "?endpoint=http://no-such-host.invalid", server.variables());

    assertError(refused, ErrorKind.TRANSIENT, "storage.unreachable");
    assertThat(refused.message()).contains("no-such-host.invalid");
  }

  @Test
  void aServerThatIsDownIsUnreachable() {
    assertError(
        failure(place() + "?endpoint=http://127.0.0.1:1", server.variables()),
        ErrorKind.TRANSIENT,
        "storage.unreachable");
  }

  @Test
  void aBucketWithoutRightsIsToldFromWrongCredentials() {
    server.store().beforePut(request -> deny());

    GodwitException refused = failure(place(), server.variables());

    assertError(refused, ErrorKind.CONFIG, "storage.denied");
    assertThat(refused.describe())
        .contains("may not do this in s3://shop-data/shop (AccessDenied)")
        .contains("rights to list, read, write and delete");
  }

  private static void deny() {
    throw S3Exceptions.fromStatusCode(403, "AccessDenied", Map.of(), null);
  }

  @Test
  void aStoreThatKnowsNoConditionsIsRefused() {
    server
        .store()
        .beforePut(request -> {
          throw S3Exceptions.fromStatusCode(501, "NotImplemented", Map.of(), null);
        });

    assertError(failure(place(), server.variables()), ErrorKind.CONFIG, "storage.no-conditions");
  }

  @Test
  void aFullStoreIsToldAsSuch() {
    server
        .store()
        .beforePut(request -> {
          throw S3Exceptions.fromStatusCode(507, "XMinioStorageFull", Map.of(), null);
        });

    assertError(failure(place(), server.variables()), ErrorKind.TRANSIENT, "storage.full");
  }

  @Test
  void aClockThatIsWrongIsToldAsSuch() {
    try (S3Server strict = S3Server.withoutTolerance()) {
      GodwitException refused = failure(place(), strict.variables());

      assertError(refused, ErrorKind.CONFIG, "storage.clock");
      assertThat(refused.hint()).contains("Set the clock");
    }
  }

  @Test
  void aStoreThatIsBusyIsAskedAgain() {
    AtomicInteger calls = new AtomicInteger();
    server
        .store()
        .beforePut(request -> {
          if (calls.getAndIncrement() % 2 == 0) {
            throw S3Exceptions.fromStatusCode(503, "SlowDown", Map.of(), null);
          }
        });
    try (Storage storage = Storages.open(place(), server.variables())) {
      storage.replace("busy", CONTENT, null);

      assertThat(storage.read("busy").content()).isEqualTo(CONTENT);
      assertThat(calls).hasValueGreaterThan(1);
    }
  }

  @Test
  void aWriteWhoseAnswerIsLostIsNoConflict() {
    try (Storage storage = Storages.open(place(), server.variables())) {
      storage.check();
      AtomicInteger lost = new AtomicInteger(1);
      server
          .store()
          .afterPut(request -> {
            if (lost.getAndDecrement() > 0) {
              throw S3Exceptions.fromStatusCode(500, "InternalError", Map.of(), null);
            }
          });

      String version = storage.replace("lost", CONTENT, null);

      assertThat(storage.read("lost").version()).isEqualTo(version);
      assertThat(lost).hasValueLessThan(1);
    }
  }

  @Test
  void anUploadWhoseLastAnswerIsLostHasSucceeded() throws IOException {
    AtomicInteger lost = new AtomicInteger(1);
    server
        .store()
        .afterCompletion(() -> {
          if (lost.getAndDecrement() > 0) {
            throw S3Exceptions.fromStatusCode(500, "InternalError", Map.of(), null);
          }
        });
    try (Storage storage = Storages.open(place(), server.variables())) {
      storage.upload(large(), "large");

      assertThat(storage.list("large")).containsExactly("large");
      assertThat(lost).hasValueLessThan(1);
      storage.delete(List.of("large"));
    }
  }

  private Path large() throws IOException {
    Path large = folder.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(40L << 20);
    }
    return large;
  }

  @Test
  void anUploadThatFailsLeavesNoParts() throws IOException {
    Path large = large();
    server
        .store()
        .afterPart(part -> {
          if (part.partNumber() == 3) {
            deny();
          }
        });
    try (Storage storage = Storages.open(place(), server.variables());
        S3Client client = server.client()) {
      GodwitException refused =
          catchThrowableOfType(GodwitException.class, () -> storage.upload(large, "large"));

      assertError(refused, ErrorKind.CONFIG, "storage.denied");
      assertThat(storage.read("large")).isNull();
      assertThat(client.listMultipartUploads(r -> r.bucket(server.bucket())).uploads()).isEmpty();
    }
  }

  @Test
  void anInterruptedCallSaysSo() {
    try (Storage storage = Storages.open(place(), server.variables())) {
      Thread.currentThread().interrupt();
      GodwitException refused =
          catchThrowableOfType(GodwitException.class, () -> storage.read("any"));

      assertThat(Thread.interrupted()).isTrue();
      assertError(refused, ErrorKind.TRANSIENT, "storage.interrupted");
    } finally {
      Thread.interrupted();
    }
  }

  private static String place() {
    return "s3://" + server.bucket() + "/shop";
  }

  private static Map<String, String> with(Map<String, String> changed) {
    Map<String, String> variables = new HashMap<>(server.variables());
    variables.putAll(changed);
    return variables;
  }

  private static GodwitException failure(String place, Map<String, String> variables) {
    try (Storage storage = Storages.open(place, variables)) {
      return catchThrowableOfType(GodwitException.class, storage::check);
    }
  }

  private static void assertError(GodwitException error, ErrorKind kind, String code) {
    assertThat(error).isNotNull();
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.kind()).isEqualTo(kind);
  }
}
