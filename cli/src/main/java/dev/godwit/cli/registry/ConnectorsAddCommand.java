package dev.godwit.cli.registry;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.registry.Connectors;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Download a connector and pin its version.
@Command(
    name = "add",
    header = "Download a connector and pin its version.",
    description = {"The version and the SHA-256 of its manifest are written into godwit.lock."},
    footer = {"  godwit connectors add pokeapi", "  godwit connectors add source-pokeapi@1.2.3"})
final class ConnectorsAddCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME[@VERSION]", description = "Without a version the released one.")
  private String name = "";

  @Mixin private RegistryOptions registry = new RegistryOptions();

  ConnectorsAddCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Connectors connectors = registry.choice(terminal).open();
    new PinReport(connectors, terminal, registry.json()).add(name);
    return ExitCode.OK;
  }
}
