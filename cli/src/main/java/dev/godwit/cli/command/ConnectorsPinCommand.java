package dev.godwit.cli.command;

import dev.godwit.cli.connectors.PinReport;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.registry.Connectors;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Pin another version of a connector, newer or older.
@Command(
    name = "pin",
    header = "Pin another version of a connector, newer or older.",
    description = {"Whatever was pinned before."},
    footer = {"  godwit connectors pin pokeapi@1.2.3"})
final class ConnectorsPinCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME@VERSION", description = "The version to use.")
  private String name = "";

  @Mixin private RegistryOption registry = new RegistryOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  ConnectorsPinCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Connectors connectors =
        registry.choice().open(terminal, log.to(new StatusArea(terminal.err())));
    new PinReport(connectors, terminal, json.isSet()).pin(name);
    return ExitCode.OK;
  }
}
