package dev.godwit.destinations.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// A Postgres server of the tests' own, from the programs that are installed here or else from a
/// library. It ends with the process. Tests are skipped where neither has any for this machine.
final class TestServer implements AutoCloseable {
  static final String USER = "godwit";

  /// A user whom the server asks for a password.
  static final String GUARDED = "guarded";

  private static final String GUARDS =
      """
      host all %s 127.0.0.1/32 scram-sha-256
      host all all 127.0.0.1/32 trust
      """
          .formatted(GUARDED);

  private static @Nullable TestServer running;

  private final Path programs;
  private final Path folder;
  private final int port;

  private TestServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /// The server that all tests of this process share.
  static synchronized TestServer get() {
    TestServer server = running;
    if (server == null) {
      Path programs = programs();
      Assumptions.assumeTrue(programs != null, "there is no Postgres server for this machine");
      try {
        server = start(programs, Files.createTempDirectory("godwit-postgres-"), "", GUARDS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      running = server;
    }
    return server;
  }

  /// A server of one test's own.
  ///
  /// @param folder for its data; it is deleted at the end
  /// @param settings lines for `postgresql.conf`
  /// @param guards lines of `pg_hba.conf`
  /// @param more arguments for `initdb`
  static TestServer own(Path folder, String settings, String guards, String... more)
      throws IOException {
    return start(get().programs, folder, settings, guards, more);
  }

  private static @Nullable Path programs() {
    List<Path> places = new ArrayList<>();
    for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      places.add(Path.of(place));
    }
    places.addAll(versions(Path.of("/usr/lib/postgresql")));
    return places.stream()
        .filter(place -> Files.isExecutable(place.resolve("initdb")))
        .filter(place -> Files.isExecutable(place.resolve("pg_ctl")))
        .findFirst()
        .orElseGet(TestServer::bundled);
  }

  private static @Nullable Path bundled() {
    try {
      return BundledServer.unpack();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("the server's programs can't be unpacked", e);
    }
  }

  private static List<Path> versions(Path root) {
    try (Stream<Path> versions = Files.list(root)) {
      return versions
          .sorted(Comparator.reverseOrder())
          .map(version -> version.resolve("bin"))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static TestServer start(
      Path programs, Path folder, String settings, String guards, String... more)
      throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    TestServer server = new TestServer(programs, folder, freePort());
    server.hand(folder);
    List<String> options = new ArrayList<>(List.of("-D", server.data(), "-U", USER, "-N"));
    options.addAll(List.of("-A", "trust", "-E", "UTF8"));
    options.addAll(List.of(more));
    server.asOwner("initdb", options.toArray(String[]::new));
    server.configure(settings, guards);
    server.begin();
    return server;
  }

  /// Gives a file or folder to the user who runs the server.
  void hand(Path file) throws IOException {
    if (isRoot()) {
      execute(List.of("chown", "-R", "postgres", file.toString()));
    }
  }

  /// Starts it, also after it has ended by itself.
  void begin() throws IOException {
    asOwner("pg_ctl", "-D", data(), "-w", "-l", folder + "/log", "start");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name", "").equals("root");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void configure(String settings, String guards) throws IOException {
    Files.writeString(
        Path.of(data(), "postgresql.auto.conf"),
        """
        port = %d
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        fsync = off
        full_page_writes = off
        max_wal_size = 4GB
        max_connections = 60
        password_encryption = 'scram-sha-256'
        %s
        """
            .formatted(port, settings));
    Files.writeString(Path.of(data(), "pg_hba.conf"), guards);
  }

  private void asOwner(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    execute(command);
  }

  private void execute(List<String> command) throws IOException {
    Path log = Files.createTempFile("godwit-postgres-", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command + " failed: " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      Files.delete(log);
    }
  }

  /// Ends every connection at once and comes back, as after a crash.
  void restart() {
    try {
      asOwner("pg_ctl", "-D", data(), "-w", "-m", "immediate", "-l", folder + "/log", "restart");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      asOwner("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
      delete(folder);
      if (this == running && BundledServer.isUnpacked(programs)) {
        delete(programs.getParent());
      }
    } catch (IOException e) {
      // The folder for temporary files keeps what is left.
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  int port() {
    return port;
  }

  /// What follows `postgresql:` in the URL of a database.
  String url(String database) {
    return "//%s@127.0.0.1:%d/%s".formatted(USER, port, database);
  }
}
