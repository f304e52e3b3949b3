package dev.godwit.cli.command;

import dev.godwit.cli.connector.ConnectorProgram;
import dev.godwit.cli.terminal.Terminal;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Explains how programs ask a connector. They are answered elsewhere, sooner.
@Command(
    name = "connector",
    customSynopsis = {
      "godwit connector CONNECTOR COMMAND [OPTIONS]",
      "       godwit connector (script | build) CONNECTOR [OPTIONS]"
    },
    header = "Be a connector that Airbyte, PyAirbyte and their like can run.",
    description = {
      "Answers one command of the Airbyte protocol with messages, one JSON object a line, on the"
          + " standard output. Sources know spec, check, discover and read, destinations spec,"
          + " check and write; write takes messages from the standard input. A program that starts"
          + " a file and gives it the command gets a script, or a link to godwit that is named like"
          + " the destination."
    },
    footer = {
      "  godwit connector shop.yaml spec",
      "  godwit connector shop.yaml read --config config.json --catalog catalog.json",
      "  godwit connector destination-duckdb check --config config.json",
      "  godwit connector script shop.yaml --out source-shop",
      "  ln -s /opt/godwit/godwit destination-duckdb && ./destination-duckdb spec"
    })
final class ConnectorCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InputStream input;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CONNECTOR",
      description =
          "The file of a manifest, or destination-duckdb, destination-postgres, destination-files.")
  private @Nullable String connector;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "spec, check, discover, read or write.")
  private @Nullable String command;

  @Option(names = "--config", paramLabel = "FILE", description = "The configuration, as JSON.")
  private @Nullable String config;

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "The configured catalogue, as JSON, of read and write.")
  private @Nullable String catalog;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "The states that a read goes on from, as a JSON list.")
  private @Nullable String state;

  @Option(names = "--debug", description = "Also write lines for developers.")
  private boolean debug;

  ConnectorCommand(Terminal terminal, InputStream input) {
    this.terminal = terminal;
    this.input = input;
  }

  @Override
  public Integer call() {
    if (connector == null || command == null) {
      throw new ParameterException(
          spec.commandLine(), "A connector and one of its commands are needed");
    }
    List<String> arguments = new ArrayList<>(List.of(command));
    add("--config", config, arguments);
    add("--catalog", catalog, arguments);
    add("--state", state, arguments);
    if (debug) {
      arguments.add("--debug");
    }
    return new ConnectorProgram(terminal, input).run(connector, arguments);
  }

  private static void add(String option, @Nullable String value, List<String> arguments) {
    if (value != null) {
      arguments.add(option);
      arguments.add(value);
    }
  }
}
