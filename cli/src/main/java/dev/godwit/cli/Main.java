package dev.godwit.cli;

import dev.godwit.cli.command.Commands;
import dev.godwit.cli.connector.ConnectorProgram;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.cli.version.Version;
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
    List<String> all = Arrays.asList(args);
    if (ConnectorProgram.isAsked(all)) {
      return new ConnectorProgram(terminal, System.in).run(all);
    }
    return switch (args.length == 0 ? "" : args[0]) {
      case "--version", "-V" -> version(terminal);
      default -> Commands.run(terminal, args);
    };
  }

  private static int version(Terminal terminal) {
    terminal.out().line("godwit " + Version.read());
    return ExitCode.OK;
  }
}
