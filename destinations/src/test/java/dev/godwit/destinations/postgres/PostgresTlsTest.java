package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Connections to a server that speaks TLS, with certificates of an authority of the test's own.
class PostgresTlsTest {
  private static final String NOBODY = "hostnossl all all 127.0.0.1/32 reject\n";
  private static final String GUARDS =
      NOBODY
          + """
          hostssl all carla 127.0.0.1/32 cert
          hostssl all sam 127.0.0.1/32 scram-sha-256
          hostssl all all 127.0.0.1/32 trust
          """;

  @TempDir static Path shared;
  @TempDir Path home;

  private static TestServer server;
  private static TestAuthority authority;
  private static TestAuthority stranger;

  @BeforeAll
  static void startServer() throws IOException, SQLException {
    TestServer.get();
    authority = TestAuthority.create(Files.createDirectory(shared.resolve("ours")), "ours");
    stranger = TestAuthority.create(Files.createDirectory(shared.resolve("theirs")), "theirs");
    Path certificate = authority.sign("server", "server", "san=dns:localhost");
    Path folder = Files.createDirectory(shared.resolve("server"));
    Path own = Files.createDirectory(folder.resolve("tls"));
    for (Path file : new Path[] {certificate, authority.key("server"), authority.certificate()}) {
      Files.copy(file, own.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    String settings =
        """
        ssl = on
        ssl_cert_file = '%1$s/server.crt'
        ssl_key_file = '%1$s/server.key'
        ssl_ca_file = '%1$s/ours.crt'
        """
            .formatted(own);
    try {
      server = TestServer.own(folder, settings, GUARDS);
    } catch (IOException e) {
      Assumptions.abort("the server does not speak TLS: " + e.getMessage());
    }
    try (Connection connection = server("godwit", "sslmode=require", Map.of()).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create role carla login");
      statement.execute("create role sam login password 'open sesame'");
    }
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  private static Server server(String user, String query, Map<String, String> environment) {
    String url = "//%s@localhost:%d/postgres?%s".formatted(user, server.port(), query);
    return new Server(Address.of(url, environment), environment);
  }

  private static String trusting(TestAuthority whom) {
    return "&sslrootcert=" + whom.certificate();
  }

  private static boolean isEncrypted(Server server) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
      return found.next() && found.getBoolean(1);
    }
  }

  private static GodwitException refusal(
      String user, String query, Map<String, String> environment) {
    GodwitException refusal =
        catchThrowableOfType(
            GodwitException.class, () -> server(user, query, environment).connect().close());
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
    return refusal;
  }

  @ParameterizedTest
  @ValueSource(strings = {"allow", "prefer", "require", "verify-ca", "verify-full"})
  void everyModeThatEncryptsReachesAServerWithACertificateOfATrustedAuthority(String mode)
      throws SQLException {
    assertThat(isEncrypted(server("godwit", "sslmode=" + mode + trusting(authority), Map.of())))
        .isTrue();
  }

  @Test
  void modesAndFilesMayComeFromTheEnvironment() throws SQLException {
    Map<String, String> environment =
        Map.of("PGSSLMODE", "verify-full", "PGSSLROOTCERT", authority.certificate().toString());
    assertThat(isEncrypted(server("godwit", "", environment))).isTrue();
    Map<String, String> wrong =
        Map.of("PGSSLMODE", "verify-full", "PGSSLROOTCERT", stranger.certificate().toString());
    assertThat(refusal("godwit", "", wrong).code()).isEqualTo("postgres.tls");
  }

  @Test
  void aServerThatWantsTlsRefusesOthers() {
    GodwitException refusal = refusal("godwit", "sslmode=disable", Map.of());
    assertThat(refusal.code()).isEqualTo("postgres.login");
    assertThat(refusal.message()).contains("pg_hba.conf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"require", "verify-ca", "verify-full"})
  void aCertificateOfAnotherAuthorityIsRefused(String mode) {
    GodwitException refusal = refusal("godwit", "sslmode=" + mode + trusting(stranger), Map.of());
    assertThat(refusal.code()).isEqualTo("postgres.tls");
    assertThat(refusal.message()).contains("none of the trusted authorities");
    assertThat(refusal.hint()).contains("sslrootcert");
  }

  @Test
  void whoNamesNoAuthorityTrustsAnyCertificateButOnlyWhereThatIsAskedFor() throws SQLException {
    Map<String, String> elsewhere = Map.of("HOME", home.toString());
    assertThat(isEncrypted(server("godwit", "sslmode=require", elsewhere))).isTrue();
    GodwitException refusal = refusal("godwit", "sslmode=verify-ca", elsewhere);
    assertThat(refusal.code()).isEqualTo("postgres.tls");
    assertThat(refusal.hint()).contains("sslrootcert=system");
  }

  @Test
  void theAuthorityMayLieWhereLibpqLooksForIt() throws IOException, SQLException {
    Path folder = Files.createDirectory(home.resolve(".postgresql"));
    Map<String, String> environment = Map.of("HOME", home.toString());
    Files.copy(authority.certificate(), folder.resolve("root.crt"));
    assertThat(isEncrypted(server("godwit", "sslmode=verify-full", environment))).isTrue();
    Files.copy(
        stranger.certificate(), folder.resolve("root.crt"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(refusal("godwit", "sslmode=require", environment).code()).isEqualTo("postgres.tls");
  }

  @Test
  void anAuthorityOfTheTestIsNoneThatJavaTrusts() {
    GodwitException refusal = refusal("godwit", "sslrootcert=system", Map.of());
    assertThat(refusal.message()).contains("none of the trusted authorities");
    assertThat(refusal("godwit", "sslmode=require&sslrootcert=system", Map.of()).message())
        .contains("too weak");
  }

  @Test
  void aCertificateForAnotherHostIsRefusedWhereHostsAreChecked() throws SQLException {
    String query = trusting(authority).substring(1) + "&sslmode=";
    Server other =
        new Server(
            Address.of(server.url("postgres") + "?" + query + "verify-full", Map.of()), Map.of());
    GodwitException refusal =
        catchThrowableOfType(GodwitException.class, () -> other.connect().close());
    assertThat(refusal.code()).isEqualTo("postgres.tls");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(refusal.message()).contains("another host than 127.0.0.1");
    assertThat(
            isEncrypted(
                new Server(
                    Address.of(server.url("postgres") + "?" + query + "verify-ca", Map.of()),
                    Map.of())))
        .isTrue();
  }

  @Test
  void aPasswordMayBeBoundToTheConnection() throws SQLException {
    Map<String, String> environment =
        Map.of("PGPASSWORD", "open sesame", "PGCHANNELBINDING", "require");
    assertThat(isEncrypted(server("sam", "sslmode=require", environment))).isTrue();
  }

  @Test
  void aCertificateOfTheUserIsALogin() throws IOException, SQLException {
    String files =
        "sslmode=verify-full%s&sslcert=%s&sslkey=%s"
            .formatted(
                trusting(authority), authority.sign("carla", "carla"), authority.key("carla"));
    assertThat(isEncrypted(server("carla", files, Map.of()))).isTrue();
  }

  @Test
  void certificateAndKeyMayLieWhereLibpqLooksForThem() throws IOException, SQLException {
    Path folder = Files.createDirectory(home.resolve(".postgresql"));
    Files.copy(authority.sign("home", "carla"), folder.resolve("postgresql.crt"));
    Map<String, String> environment = Map.of("HOME", home.toString());
    assertThat(refusal("carla", "sslmode=require", environment).message()).contains("has no key");
    Files.copy(
        authority.key("home"),
        folder.resolve("postgresql.key"),
        StandardCopyOption.COPY_ATTRIBUTES);
    assertThat(isEncrypted(server("carla", "sslmode=require", environment))).isTrue();
  }

  @Test
  void aUserWithoutOrWithAWrongCertificateIsNotLetIn() throws IOException {
    GodwitException without = refusal("carla", "sslmode=require", Map.of("HOME", home.toString()));
    assertThat(without.code()).isEqualTo("postgres.login");
    String forged =
        "sslmode=require&sslcert=%s&sslkey=%s"
            .formatted(stranger.sign("forged", "carla"), stranger.key("forged"));
    assertThat(refusal("carla", forged, Map.of()).code()).isIn("postgres.login", "postgres.tls");
    String other =
        "sslmode=require&sslcert=%s&sslkey=%s"
            .formatted(authority.sign("dora", "dora"), authority.key("dora"));
    assertThat(refusal("carla", other, Map.of()).message()).contains("carla");
  }

  @ParameterizedTest
  @CsvSource({
    "sslrootcert=nowhere.crt, nowhere.crt of sslrootcert can't be read",
    "sslcert=nowhere.crt, nowhere.crt of sslcert can't be read",
    "sslcert={key}&sslkey={key}, There are no certificates in",
    "sslcert={certificate}&sslkey={certificate}, There is no private key in",
    "sslcert={certificate}&sslkey={open}, others may read the key",
    "sslcert={certificate}&sslkey={locked}, has a password"
  })
  void filesThatCannotBeUsedAreNamed(String query, String why) throws IOException {
    Path open = home.resolve("open.key");
    Files.copy(authority.key("server"), open);
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    Path locked = home.resolve("locked.key");
    Files.writeString(
        locked, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rw-------"));
    Path certificate = home.resolve("server.crt");
    Files.copy(authority.folder().resolve("server.crt"), certificate);
    Files.setPosixFilePermissions(certificate, PosixFilePermissions.fromString("rw-------"));
    String filled =
        query
            .replace("{key}", authority.key("server").toString())
            .replace("{certificate}", certificate.toString())
            .replace("{open}", open.toString())
            .replace("{locked}", locked.toString());
    GodwitException refusal = refusal("godwit", "sslmode=require&" + filled, Map.of());
    assertThat(refusal.code()).isEqualTo("postgres.tls");
    assertThat(refusal.message()).contains(why);
    assertThat(refusal.hint()).isNotNull();
  }
}
