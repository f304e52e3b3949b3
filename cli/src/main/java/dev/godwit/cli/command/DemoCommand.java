package dev.godwit.cli.command;

import dev.godwit.cli.demo.Demo;
import dev.godwit.cli.demo.OpenShop;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows what Godwit does.
@Command(
    name = "demo",
    header = "See a sync at work, in seconds and without an account.",
    description = {
      "Opens a small shop with an HTTP API on this machine, syncs it into demo.duckdb in the"
          + " current folder, lets a day pass in the shop, and syncs again: only what changed is"
          + " moved. The manifest is written to demo.yaml, to be read and changed."
    },
    footer = {
      "  godwit demo",
      "  godwit query demo.duckdb \"select status, count(*) from orders group by all\"",
      "",
      "  Keep the shop open and try the commands against it from another terminal:",
      "    godwit demo --serve"
    })
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--serve", description = "Only open the shop, until Ctrl-C.")
  private boolean serve;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where the shop listens. Default: any port that is free.")
  private int port;

  @Mixin private LogOption log = new LogOption();

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (serve) {
      return new OpenShop(terminal, port).run();
    }
    StatusArea area = new StatusArea(terminal.err());
    return new Demo(terminal, area, log.to(area), port).run();
  }
}
