package dev.godwit.cli;

import dev.godwit.cli.command.Commands;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.protocol.ConnectorCommand;
import java.util.Arrays;
import java.util.List;

/// The program. What other programs call often is answered before the command line library is
/// loaded, which takes longer than the answer.
public final class Main {
  private Main() {}

  /// Returns normally when the command succeeded; otherwise ends the process with its exit code.
  public static void main(String[] args) {
    ProcessEnd.with(run(Terminal.ofProcess(), args));
  }

  /// Runs one command.
  ///
  /// @return the exit code: 0 done, 1 failed, 2 wrong usage, manifest or configuration
  public static int run(Terminal terminal, String... args) {
    return switch (args.length == 0 ? "" : args[0]) {
      case "--version", "-V" -> version(terminal);
      case "source-declarative-manifest" -> connector(terminal, args);
      default -> Commands.run(terminal, args);
    };
  }

  /// Behaves as the reference engine's program of the same name.
  private static int connector(Terminal terminal, String[] args) {
    List<String> arguments = Arrays.asList(args).subList(1, args.length);
    return new ConnectorCommand(new Manifests(), terminal.variables(), terminal.out().stream())
        .run(arguments);
  }

  private static int version(Terminal terminal) {
    terminal.out().line("godwit " + Version.read());
    return ExitCode.OK;
  }
}
