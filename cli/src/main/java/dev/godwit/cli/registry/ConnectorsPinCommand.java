package dev.godwit.cli.registry;

import dev.godwit.cli.failure.ExitCode;
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

  @Mixin private RegistryOptions registry = new RegistryOptions();

  ConnectorsPinCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Connectors connectors = registry.choice(terminal).open();
    new PinReport(connectors, terminal, registry.json()).pin(name);
    return ExitCode.OK;
  }
}
