package dev.godwit.cli.python;

import dev.godwit.cli.terminal.Terminal;
import dev.godwit.permission.ComponentPins;
import dev.godwit.registry.RegistrySettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/// Allows a file of Python components as it is now.
@Command(
    name = "allow",
    header = "Allow a file of Python components as it is now.",
    description = {
      "Its hash is written into godwit.lock, over the one that was there. Read the file first: it is"
          + " a program, and Godwit can fence in only a part of what programs can do."
    },
    footer = {"  godwit components allow components.py"})
final class ComponentsAllowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The file, usually components.py.")
  private Path file = Path.of("components.py");

  ComponentsAllowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path project = RegistrySettings.of(terminal.variables(), terminal.folder()).project();
    String sha256 = new ComponentPins(project).allow(terminal.folder().resolve(file));
    terminal.out().line(file + " may run as it is now, with sha256 " + sha256 + ".");
    return ExitCode.OK;
  }
}
