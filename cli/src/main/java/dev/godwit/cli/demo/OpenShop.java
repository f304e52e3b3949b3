package dev.godwit.cli.demo;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.sync.StopSignal;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import java.util.concurrent.CountDownLatch;

/// The shop alone, kept open so that all commands can be tried against it.
///
/// @param port where it listens; 0 for any that is free
public record OpenShop(Terminal terminal, int port) {
  /// Serves until Ctrl-C.
  ///
  /// @return the exit code
  public int run() {
    DemoFiles files = DemoFiles.in(terminal.folder());
    CountDownLatch stopped = new CountDownLatch(1);
    try (StopSignal signal = StopSignal.listen();
        ShopServer server = ShopServer.start(ShopSeed.DEMO.shop(), Demo.BURST, port)) {
      signal.onStop(stopped::countDown);
      introduce(server.url(), files);
      stopped.await();
      return ExitCode.CANCELLED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.CANCELLED;
    }
  }

  private void introduce(String url, DemoFiles files) {
    Channel out = terminal.out();
    String config = "--set url=%s --set api_token=%s".formatted(url, ShopApi.TOKEN);
    out.line(out.style().bold("The shop is open until you press Ctrl-C: " + url));
    out.line("In another terminal:");
    out.line("  godwit check %s %s".formatted(files.manifest(), config));
    out.line("  godwit discover %s %s".formatted(files.manifest(), config));
    out.line("  godwit preview %s customers %s".formatted(files.manifest(), config));
    out.line("  godwit sync %s %s %s".formatted(files.manifest(), files.destination(), config));
  }
}
