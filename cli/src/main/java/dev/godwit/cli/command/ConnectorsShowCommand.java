package dev.godwit.cli.command;

import dev.godwit.cli.connectors.ConnectorPage;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.StatusArea;
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

  @Mixin private RegistryOption registry = new RegistryOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  ConnectorsShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Connectors connectors =
        registry.choice().open(terminal, log.to(new StatusArea(terminal.err())));
    new ConnectorPage(connectors, terminal, json.isSet()).print(name);
    return ExitCode.OK;
  }
}
