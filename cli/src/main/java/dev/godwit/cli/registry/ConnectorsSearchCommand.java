package dev.godwit.cli.registry;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.registry.Connectors;
import dev.godwit.registry.entry.ConnectorEntry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Look for connectors in the registry.
@Command(
    name = "search",
    header = "Look for connectors in the registry.",
    description = {
      "Every WORD has to be found in name, title or tags. The best ones come first: by how well"
          + " they fit, then by usage and success, where the registry gives them."
    },
    footer = {"  godwit connectors search pokemon", "  godwit connectors search google ads --json"})
final class ConnectorsSearchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "WORD", description = "What to look for.")
  private List<String> words = List.of();

  @Mixin private RegistryOptions registry = new RegistryOptions();

  ConnectorsSearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Connectors connectors = registry.choice(terminal).open();
    List<ConnectorEntry> found = connectors.registry().search(words);
    new ConnectorLists(connectors, terminal, registry.json()).offered(found);
    return found.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
  }
}
