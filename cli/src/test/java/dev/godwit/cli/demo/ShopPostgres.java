package dev.godwit.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A Postgres server of the tests' own, that asks everybody for a password. Tests are skipped where
/// none is installed.
final class ShopPostgres implements AutoCloseable {
  static final String PASSWORD = "keep me secret";

  private static final String USER = "godwit";

  private final Path programs;
  private final Path folder;
  private final int port;

  private ShopPostgres(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  static ShopPostgres start() throws IOException {
    Path programs =
        places()
            .filter(place -> Files.isExecutable(place.resolve("initdb")))
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(programs != null, "no Postgres server is installed");
    Path folder = Files.createTempDirectory("godwit-shop-postgres-");
    ShopPostgres server = new ShopPostgres(programs, folder, freePort());
    server.begin();
    return server;
  }

  /// The server as Airbyte's programs are told of it.
  String airbyteConfig() {
    return "{host: 127.0.0.1, port: %d, database: postgres, schema: public, username: %s, password: '%s'}"
        .formatted(port, USER, PASSWORD);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Stream<Path> places() throws IOException {
    List<Path> places = new ArrayList<>();
    for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      places.add(Path.of(place));
    }
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.sorted(Comparator.reverseOrder()).forEach(v -> places.add(v.resolve("bin")));
      }
    }
    return places.stream();
  }

  private void begin() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    if (isRoot()) {
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    as("initdb", "-U", USER, "-A", "scram-sha-256", "--pwfile=" + password, "-E", "UTF8", "-N");
    Files.writeString(
        folder.resolve("data/postgresql.auto.conf"),
        "port = %d\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\n"
            .formatted(port));
    as("pg_ctl", "-w", "-l", folder + "/log", "start");
  }

  private static boolean isRoot() {
    return System.getProperty("user.name", "").equals("root");
  }

  private void as(String program, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
    command.addAll(List.of(programs.resolve(program).toString(), "-D", folder + "/data"));
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command + " failed");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /// A new, empty database.
  Database database(String name) throws SQLException {
    try (Connection connection = new Database(USER, "postgres", port).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new Database(USER, name, port);
  }

  /// A database of one test.
  record Database(String user, String name, int port) {
    /// As a destination is written on the command line.
    String url() {
      return "postgresql://%s@127.0.0.1:%d/%s".formatted(user, port, name);
    }

    private Connection connect() throws SQLException {
      String place = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
      return DriverManager.getConnection(place, user, PASSWORD);
    }

    /// What a query for one text finds.
    String text(String sql) throws SQLException {
      try (Connection connection = connect();
          Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        return result.next() ? String.valueOf(result.getString(1)) : "nothing";
      }
    }

    long number(String sql) throws SQLException {
      return Long.parseLong(text(sql));
    }

    void execute(String sql) throws SQLException {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws IOException {
    as("pg_ctl", "-w", "-m", "immediate", "stop");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
