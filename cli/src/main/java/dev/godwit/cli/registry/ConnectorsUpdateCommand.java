package dev.godwit.cli.registry;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.registry.Connectors;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Go to the versions that are released.
@Command(
    name = "update",
    header = "Go to the versions that are released.",
    description = {
      "Says from which version to which, what breaks in between, and which streams of the"
          + " connection files in this folder that touches. What breaks something is only done with"
          + " --yes."
    },
    footer = {"  godwit connectors update --dry-run", "  godwit connectors update pokeapi --yes"})
final class ConnectorsUpdateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which ones. Default: all.")
  private List<String> names = List.of();

  @Option(names = "--dry-run", description = "Only say what there is to update.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Agree to what breaks something.")
  private boolean yes;

  @Mixin private RegistryOptions registry = new RegistryOptions();

  ConnectorsUpdateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Connectors connectors = registry.choice(terminal).open();
    boolean complete =
        new UpdateReport(connectors, terminal, registry.json()).update(names, dryRun, yes);
    return complete ? ExitCode.OK : ExitCode.FAILED;
  }
}
