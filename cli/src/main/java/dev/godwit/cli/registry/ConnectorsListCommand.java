package dev.godwit.cli.registry;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.registry.Connectors;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// List the connectors that this project uses.
@Command(
    name = "list",
    header = "List the connectors that this project uses.",
    description = {
      "Those in the folder connectors/ and those that godwit.lock pins; with --all every connector"
          + " of the registry."
    },
    footer = {"  godwit connectors list", "  godwit connectors list --all --json"})
final class ConnectorsListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--installed", description = "Those that this project uses; the default.")
  private boolean installed;

  @Option(names = "--all", description = "Every connector of the registry.")
  private boolean all;

  @Mixin private RegistryOptions registry = new RegistryOptions();

  ConnectorsListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Connectors connectors = registry.choice(terminal).open();
    ConnectorLists lists = new ConnectorLists(connectors, terminal, registry.json());
    if (installed || !all) {
      lists.used();
    } else {
      lists.offered(connectors.registry().all());
    }
    return ExitCode.OK;
  }
}
