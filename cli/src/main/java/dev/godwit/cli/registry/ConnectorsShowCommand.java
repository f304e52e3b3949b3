package dev.godwit.cli.registry;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.registry.Connectors;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Tell all that the registry says of a connector.
@Command(
    name = "show",
    header = "Tell all that the registry says of a connector.",
    description = {
      "Versions, documentation, suggested streams, what breaks in which version, how it runs, and"
          + " whether it is pinned."
    },
    footer = {
      "  godwit connectors show pokeapi",
      "  godwit connectors show destination-postgres --json"
    })
final class ConnectorsShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", description = "A name as pokeapi or source-pokeapi.")
  private String name = "";

  @Mixin private RegistryOptions registry = new RegistryOptions();

  ConnectorsShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Connectors connectors = registry.choice(terminal).open();
    new ConnectorPage(connectors, terminal, registry.json()).print(name);
    return ExitCode.OK;
  }
}
