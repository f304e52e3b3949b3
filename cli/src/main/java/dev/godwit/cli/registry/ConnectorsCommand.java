package dev.godwit.cli.registry;

import dev.godwit.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Connectors by name.
@Command(
    name = "connectors",
    header = "Find connectors by name, and say which versions to use.",
    description = {
      "Names are looked for in the folder connectors/, in godwit.lock, and in a registry. The first"
          + " use of a name pins its version in godwit.lock, which belongs under version control;"
          + " it stays until it is updated."
    },
    footer = {
      "  godwit connectors search pokemon",
      "  godwit connectors add pokeapi",
      "  godwit connectors update --dry-run"
    })
public final class ConnectorsCommand {
  private ConnectorsCommand() {}

  /// The commands with all that belong to them.
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new ConnectorsCommand())
        .addSubcommand(new ConnectorsListCommand(terminal))
        .addSubcommand(new ConnectorsSearchCommand(terminal))
        .addSubcommand(new ConnectorsShowCommand(terminal))
        .addSubcommand(new ConnectorsAddCommand(terminal))
        .addSubcommand(new ConnectorsUpdateCommand(terminal))
        .addSubcommand(new ConnectorsPinCommand(terminal));
  }
}
