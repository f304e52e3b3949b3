package dev.godwit.cli.command;

import dev.godwit.Godwit;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.report.QueryRows;
import dev.godwit.cli.report.RowReport;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looks into a database.
@Command(
    name = "query",
    header = "Ask a database that a sync has filled.",
    description = {
      "Runs one SQL query that can change nothing, and prints its rows. With --json each row is"
          + " written as soon as it is found, so results may be of any size."
    },
    footer = {
      "  godwit query demo.duckdb \"select count(*) from orders\"",
      "  godwit query demo.duckdb \"from customers where full_name like 'Ada%%'\" --limit 5",
      "  godwit query duckdb:demo.duckdb \"show tables\" --json",
      "  godwit query parquet:data \"from orders\""
    })
final class QueryCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "DATABASE",
      description = "A file, or a destination's URI: duckdb:FILE, parquet:FOLDER.")
  private String database = "";

  @Parameters(index = "1", paramLabel = "SQL", description = "The query.")
  private String sql = "";

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "ROWS",
      description = "How many rows a table shows at most. Default: 1000.")
  private int limit = 1_000;

  @Mixin private JsonOption json = new JsonOption();

  @SuppressWarnings("UnusedVariable") // the failure report asks the parser for it
  @Mixin
  private LogOption log = new LogOption();

  QueryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (DuckDbQuery query = Godwit.query(database, sql)) {
      QueryRows rows = new QueryRows(query);
      if (json.isSet()) {
        printJson(rows, terminal.out());
      } else {
        printTable(rows, terminal.out());
      }
      return ExitCode.OK;
    }
  }

  private static void printJson(QueryRows rows, Channel out) {
    String separator = "[";
    for (Map<String, @Nullable Object> row = rows.next(); row != null; row = rows.next()) {
      out.line(separator + JsonWriter.text(row));
      separator = ",";
    }
    out.line(separator.equals("[") ? "[]" : "]");
  }

  private void printTable(QueryRows rows, Channel out) {
    List<Map<String, @Nullable Object>> shown = new ArrayList<>();
    Map<String, @Nullable Object> row = rows.next();
    while (row != null && shown.size() < limit) {
      shown.add(row);
      row = rows.next();
    }
    RowReport.table(rows.names(), shown).print(out);
    String remark = RowReport.count(shown) + (row == null ? "" : "; there are more");
    terminal.err().line(terminal.err().style().dim(remark));
  }
}
