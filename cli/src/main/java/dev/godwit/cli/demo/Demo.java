package dev.godwit.cli.demo;

import dev.godwit.Godwit;
import dev.godwit.SyncBuilder;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.progress.ProgressDisplay;
import dev.godwit.cli.report.SyncTable;
import dev.godwit.cli.sync.WatchedSync;
import dev.godwit.cli.sync.WatchedSync.Outcome;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.Surroundings;
import dev.godwit.core.log.Log;
import dev.godwit.core.time.Clocks;
import dev.godwit.core.time.Sleeper;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;

/// Opens the shop, syncs it, lets a day pass, syncs again, and says what it does as it goes.
public final class Demo {
  /// Enough for the first sync to run into it once, and for the second not to.
  static final int BURST = 700;

  private final Terminal terminal;
  private final StatusArea area;
  private final int port;
  private final Surroundings surroundings;
  private final DemoFiles files;
  private final DemoText text;

  /// Prepares the demonstration and writes its manifest.
  ///
  /// @param port where the shop listens; 0 for any that is free
  public Demo(Terminal terminal, StatusArea area, Log log, int port) {
    this.terminal = terminal;
    this.area = area;
    this.port = port;
    this.surroundings =
        new Surroundings(
            Clocks.fromEnvironment(terminal.variables()),
            Sleeper.real(),
            terminal.variables(),
            log);
    this.files = DemoFiles.in(terminal.folder());
    this.text = new DemoText(terminal.out(), files);
  }

  /// Runs to the end, or to the first sync that fails or is cancelled.
  ///
  /// @return the exit code
  public int run() {
    Shop shop = ShopSeed.DEMO.shop();
    try (ShopServer server = ShopServer.start(shop, BURST, port)) {
      text.opening(server.url(), shop, Files.exists(files.database()));
      Outcome first = sync(server);
      if (!succeeded(first)) {
        return end(first);
      }
      Instant now = surroundings.clock().instant();
      ShopDay.Changes changes = new ShopDay(shop, now).pass();
      text.changes(changes);
      Outcome second = sync(server);
      if (!succeeded(second)) {
        return end(second);
      }
      text.closing(changes, second.report().rowsCommitted(), shop);
      return ExitCode.OK;
    }
  }

  private Outcome sync(ShopServer server) {
    SyncBuilder sync =
        Godwit.source(files.manifest())
            .config(Map.of("url", server.url(), "api_token", ShopApi.TOKEN))
            .surroundings(surroundings)
            .to(files.destination());
    return new WatchedSync(area, ProgressDisplay.Kind.AUTO).run(sync, this::print);
  }

  private void print(Outcome outcome) {
    SyncTable.print(outcome.report(), terminal.out());
    SyncTable.printFailures(outcome.report(), terminal.err());
  }

  private static boolean succeeded(Outcome outcome) {
    return !outcome.cancelled() && outcome.report().succeeded();
  }

  private static int end(Outcome outcome) {
    return outcome.cancelled() ? ExitCode.CANCELLED : ExitCode.FAILED;
  }
}
