package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.sql.CommitStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a database is reached, and what is said when it isn't.
class PostgresLoginTest {
  private static final String SECRET = "s3cr:et \\ pass";

  @TempDir Path folder;
  private String guarded = "";

  @BeforeEach
  void createGuardedUser() {
    TestDatabase database = TestDatabase.create();
    database.execute("drop role if exists " + TestServer.GUARDED);
    database.execute(
        "create role %s login superuser password '%s'".formatted(TestServer.GUARDED, SECRET));
    guarded = database.url().replace(TestServer.USER + "@", TestServer.GUARDED + "@");
  }

  private static PostgresDestination open(String url, Map<String, String> environment) {
    return PostgresDestination.open(
        url, Clock.systemUTC(), CommitStep.Listener.SILENT, environment);
  }

  private static void requireIn(String url, Map<String, String> environment) {
    try (PostgresDestination destination = open(url, environment)) {
      assertThat(destination.check().problem()).isNull();
      assertThat(destination.streams()).isEmpty();
    }
  }

  private static GodwitException refusal(String url, Map<String, String> environment) {
    try (PostgresDestination destination = open(url, environment)) {
      destination.stored(StreamName.of("items"));
    } catch (GodwitException e) {
      assertThat(e.describe() + e.getCause()).doesNotContain(SECRET).doesNotContain("hidden");
      return e;
    }
    throw new AssertionError("was let in");
  }

  private Map<String, String> passwordFile(String permissions, String... lines) throws IOException {
    Path file = folder.resolve("pgpass");
    Files.deleteIfExists(file);
    Files.writeString(file, String.join("\n", lines));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return Map.of("PGPASSFILE", file.toString());
  }

  @Test
  void thePasswordMayComeFromTheEnvironment() {
    requireIn(guarded, Map.of("PGPASSWORD", SECRET));
  }

  @Test
  void thePasswordMayComeFromTheFileThatLibpqKnows() throws IOException {
    String escaped = SECRET.replace("\\", "\\\\").replace(":", "\\:");
    Map<String, String> environment =
        passwordFile(
            "rw-------",
            "# a comment",
            "elsewhere:*:*:*:hidden",
            "127.0.0.1:*:*:%s:%s".formatted(TestServer.GUARDED, escaped),
            "*:*:*:*:hidden");
    requireIn(guarded, environment);
  }

  @Test
  void aPasswordFileThatOthersMayReadIsNotUsed() throws IOException {
    Map<String, String> environment = passwordFile("rw-r--r--", "*:*:*:*:hidden");
    assertThat(refusal(guarded, environment).code()).isEqualTo("postgres.login");
  }

  @Test
  void thePasswordMayComeFromACommand() throws IOException {
    Path token = folder.resolve("token");
    Files.writeString(token, SECRET + "\n");
    requireIn(
        guarded + "?password_command=cat%20" + token, Map.of("PGPASSWORD", "not this hidden one"));
  }

  @ParameterizedTest
  @CsvSource({"exit%203, status 3", "true, wrote nothing", "no-such-program, status 127"})
  void aCommandThatFailsIsNamedAndNotRepeated(String command, String how) {
    GodwitException refusal = refusal(guarded + "?password_command=" + command, Map.of());
    assertThat(refusal.code()).isEqualTo("postgres.password-command");
    assertThat(refusal.message()).contains(how).doesNotContain("no-such-program");
  }

  @Test
  void aCommandThatDoesNotEndIsEnded() {
    assertThatThrownBy(() -> Password.ofCommand("sleep 60; true", Duration.ofMillis(200)))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.message()).contains("took longer"));
  }

  @Test
  void aCommandThatLeavesItsOutputOpenIsNotWaitedFor() throws IOException {
    Path number = Files.createFile(folder.resolve("number"));
    String command = "echo token; sleep 60 & echo $! >" + number;
    try {
      assertThat(Password.ofCommand(command, Duration.ofMinutes(1))).isEqualTo("token");
    } finally {
      Files.readAllLines(number)
          .forEach(
              line -> ProcessHandle.of(Long.parseLong(line)).ifPresent(ProcessHandle::destroy));
    }
  }

  @Test
  void onlyTheEndOfTheLineIsNoPartOfThePassword() {
    assertThat(Password.ofCommand("printf ' a b \\r\\n'", Duration.ofMinutes(1)))
        .isEqualTo(" a b ");
  }

  @Test
  void whereLibpqLooksThereThePasswordFileIsFound() throws IOException {
    Path file = folder.resolve(".pgpass");
    Files.writeString(file, "*:*:*:*:" + SECRET.replace("\\", "\\\\"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    requireIn(guarded, Map.of("HOME", folder.toString(), "PGPASSWORD", "", "PGPASSFILE", ""));
  }

  @Test
  void aWrongPasswordIsRefused() {
    GodwitException refusal = refusal(guarded, Map.of("PGPASSWORD", "hidden"));
    assertThat(refusal.code()).isEqualTo("postgres.login");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(refusal.hint()).contains("PGPASSWORD", ".pgpass");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    GodwitException refusal = refusal(TestServer.get().url("nowhere"), Map.of());
    assertThat(refusal.code()).isEqualTo("postgres.no-database");
    assertThat(refusal.message()).contains("nowhere");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
  }

  @Test
  void aHostThatIsNotThereIsNamed() {
    GodwitException refusal = refusal("//ann@no-such-host.invalid/shop", Map.of());
    assertThat(refusal.code()).isEqualTo("postgres.unknown-host");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
  }

  @Test
  void aServerThatDoesNotAnswerMayComeBack() {
    GodwitException refusal = refusal("//ann@127.0.0.1:1/shop", Map.of());
    assertThat(refusal.code()).isEqualTo("postgres.unreachable");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.TRANSIENT);
  }

  @Test
  void whoAsksForTlsGetsNoOtherConnection() {
    GodwitException refusal =
        refusal(TestServer.get().url("postgres") + "?sslmode=require", Map.of());
    assertThat(refusal.code()).isEqualTo("postgres.tls");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
  }

  @Test
  void theEnvironmentStandsInForWhatTheUrlDoesNotSay() {
    String port = Integer.toString(TestServer.get().port());
    requireIn(
        "///",
        Map.of(
            "PGHOST",
            "127.0.0.1",
            "PGPORT",
            port,
            "PGUSER",
            TestServer.USER,
            "PGDATABASE",
            "postgres",
            "PGSSLMODE",
            "disable"));
  }

  @ParameterizedTest
  @CsvSource({"PGHOST, /var/run/postgresql", "PGHOST, 'a,b'", "PGPORT, x", "PGSSLMODE, on"})
  void aVariableThatCannotBeUsedIsRefused(String variable, String value) {
    assertThatThrownBy(() -> open("///", Map.of(variable, value)))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("postgres.bad-url"));
  }

  @Test
  void channelBindingThatIsRequiredIsNotLeftOutInSilence() {
    GodwitException refusal =
        refusal(guarded + "?channel_binding=require", Map.of("PGPASSWORD", SECRET));
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(refusal.message()).containsIgnoringCase("channel binding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//ann:hidden@localhost/shop",
        "localhost/shop",
        "//local host/shop",
        "//localhost/shop?password=hidden",
        "//localhost/shop?sslmode=verify",
        "//localhost/shop?channel_binding=always",
        "//localhost/shop?connect_timeout=soon",
        "//localhost/shop#x"
      })
  void aUrlThatCannotBeUsedIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> open(url, Map.of()))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).isEqualTo("postgres.bad-url");
              assertThat(e.describe()).doesNotContain("hidden");
            });
  }
}
