package dev.godwit.cli.command;

import dev.godwit.cli.connector.ConnectorScript;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a program of one connector.
@Command(
    name = "script",
    header = "Write a program that is one connector.",
    description = {
      "A script for the shell that starts this Godwit as that connector, for programs that start a"
          + " file: local_executable of PyAirbyte."
    },
    footer = {
      "  godwit connector script shop.yaml --out source-shop",
      "  godwit connector script destination-duckdb > destination-duckdb"
    })
final class ConnectorScriptCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "CONNECTOR",
      description = "The file of a manifest, or a destination such as destination-duckdb.")
  private String connector = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Write to a file that can be started, instead of the standard output.")
  private @Nullable Path out;

  ConnectorScriptCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String script = ConnectorScript.of(connector, terminal.folder()).text();
    if (out == null) {
      terminal.out().stream().print(script);
    } else {
      TextFiles.writeProgram(terminal.folder().resolve(out), script);
    }
    return ExitCode.OK;
  }
}
