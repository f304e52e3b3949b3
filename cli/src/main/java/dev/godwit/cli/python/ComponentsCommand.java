package dev.godwit.cli.python;

import dev.godwit.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The Python components of manifests.
@Command(
    name = "components",
    header = "Show, allow and check the Python components of manifests.",
    description = {
      "A manifest may name Python classes, which lie in components.py beside it. They run only where"
          + " a command has --allow-python. The hash of the file is then kept in godwit.lock, which"
          + " belongs under version control, and a changed file is refused until it is allowed."
    },
    footer = {
      "  godwit components show my-connector.yaml",
      "  godwit components allow components.py",
      "  godwit components check my-connector.yaml --allow-python"
    })
public final class ComponentsCommand {
  private ComponentsCommand() {}

  /// The commands with all that belong to them.
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new ComponentsCommand())
        .addSubcommand(new ComponentsShowCommand(terminal))
        .addSubcommand(new ComponentsAllowCommand(terminal))
        .addSubcommand(new ComponentsCheckCommand(terminal));
  }
}
