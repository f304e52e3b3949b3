package dev.godwit.cli.connector;

import dev.godwit.cli.terminal.Terminal;
import dev.godwit.connector.NamedConnectors;
import dev.godwit.protocol.ConnectorCommand;
import dev.godwit.protocol.DestinationCommand;
import java.io.InputStream;
import java.util.List;

/// Answers as a connector: messages of the Airbyte protocol on the output, and its exit codes.
public final class ConnectorProgram {
  /// The command that these are the arguments of.
  public static final String COMMAND = "connector";

  /// The reference engine's program, which takes any manifest.
  private static final String ANY_MANIFEST = "source-declarative-manifest";

  /// What is no name, but asks for something about a connector.
  private static final List<String> OTHERS = List.of("build", "script");

  private final Terminal terminal;
  private final InputStream input;

  /// A program whose messages go to the terminal's output.
  ///
  /// @param input where the messages come from that are to be written
  public ConnectorProgram(Terminal terminal, InputStream input) {
    this.terminal = terminal;
    this.input = input;
  }

  /// Whether a program asks, which has to be answered fast. People who ask for help, or have left
  /// out the name or the command, are told how to ask.
  public static boolean isAsked(List<String> args) {
    return switch (args.isEmpty() ? "" : args.getFirst()) {
      case ANY_MANIFEST -> true;
      case COMMAND ->
          args.size() > 2
              && !args.get(1).startsWith("-")
              && !OTHERS.contains(args.get(1))
              && !args.contains("--help")
              && !args.contains("-h");
      default -> false;
    };
  }

  /// Runs one command to its end.
  ///
  /// @param args such that {@link #isAsked}
  /// @return the exit code
  public int run(List<String> args) {
    return args.getFirst().equals(COMMAND)
        ? run(args.get(1), args.subList(2, args.size()))
        : anyManifest(args.subList(1, args.size()));
  }

  /// Runs one command of a connector to its end.
  ///
  /// @param name a destination, or the file of a manifest
  /// @return the exit code
  public int run(String name, List<String> arguments) {
    if (name.equals(ANY_MANIFEST)) {
      return anyManifest(arguments);
    }
    return name.startsWith(NamedConnectors.DESTINATION)
        ? new DestinationCommand(
                () -> NamedConnectors.destination(name),
                terminal.variables(),
                input,
                terminal.out().stream())
            .run(arguments)
        : ConnectorCommand.of(
                () -> NamedConnectors.source(name, terminal.folder()),
                terminal.variables(),
                terminal.out().stream())
            .run(arguments);
  }

  private int anyManifest(List<String> arguments) {
    return new ConnectorCommand(new Manifests(), terminal.variables(), terminal.out().stream())
        .run(arguments);
  }
}
