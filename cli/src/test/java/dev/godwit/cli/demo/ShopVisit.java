package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A small open shop, and commands that are run against it in a folder.
final class ShopVisit implements AutoCloseable {
  /// Fewer rows than in the demonstration; every page is still full once.
  static final ShopSeed SEED = new ShopSeed(120, 60);

  private static final int NO_LIMIT = 1_000_000;

  private final Path folder;
  private final Shop shop = SEED.shop();
  private final ShopServer server;

  private ShopVisit(Path folder, int burst) {
    this.folder = folder;
    this.server = ShopServer.start(shop, burst, 0);
    DemoFiles.in(folder);
  }

  /// Opens a shop that never asks for patience.
  static ShopVisit in(Path folder) {
    return new ShopVisit(folder, NO_LIMIT);
  }

  Shop shop() {
    return shop;
  }

  String url() {
    return server.url();
  }

  long requests() {
    return server.requests();
  }

  String destination() {
    return "duckdb:" + database();
  }

  Path database() {
    return folder.resolve("shop.duckdb");
  }

  /// The shop changes as it does on a day.
  ShopDay.Changes passADay() {
    return new ShopDay(shop, Instant.now()).pass();
  }

  /// Runs a command on the demonstration's manifest, configured for this shop.
  Captured run(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command, "demo.yaml"));
    args.addAll(List.of(more));
    args.addAll(List.of("--set", "url=" + url(), "--set", "api_token=" + ShopApi.TOKEN));
    return Captured.run(folder, args.toArray(String[]::new));
  }

  /// Runs a sync that must succeed.
  Captured sync(String... more) {
    List<String> args = new ArrayList<>(List.of(destination()));
    args.addAll(List.of(more));
    Captured sync = run("sync", args.toArray(String[]::new));
    assertThat(sync.exitCode()).as(sync.err()).isZero();
    return sync;
  }

  long allRows() {
    return ShopSeedTest.rows(shop).count();
  }

  /// What a query for one number finds in the database.
  long number(String sql) throws SQLException {
    return number(database(), sql);
  }

  static long number(Path database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getLong(1);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
