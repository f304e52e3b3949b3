package dev.godwit.cli.command;

import dev.godwit.Godwit;
import dev.godwit.SyncBuilder;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.log.Log;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Moves on what was moved before.
@Command(
    name = "copy",
    header = "Copy what syncs have written to another destination.",
    description = {
      "Reads streams from the tables that syncs have filled, each as it is at one moment, and"
          + " writes them to another place with the types that they have. The rows take the place"
          + " of those that the streams have there once a stream is complete. Nothing is changed"
          + " where they come from."
    },
    footer = {
      "  godwit copy duckdb:shop.duckdb postgresql://ann@db.example.com/shop",
      "  godwit copy postgresql://ann@db.example.com/shop duckdb:shop.duckdb --streams orders",
      "",
      "  Add today's rows to those of other days:",
      "    godwit copy duckdb:today.duckdb duckdb:all.duckdb --write-mode append"
    })
final class CopyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "FROM",
      description =
          "Where the rows are: duckdb:FILE, postgresql://USER@HOST/DATABASE, parquet:FOLDER,"
              + " jsonl:FOLDER or csv:FOLDER.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = "Where they go, in the same way.")
  private String to = "";

  @Option(
      names = "--streams",
      paramLabel = "NAME",
      split = ",",
      description = "Only these streams, separated by commas. Default: all.")
  private List<String> streams = List.of();

  @Option(
      names = "--write-mode",
      paramLabel = "MODE",
      description =
          "How rows land: append, overwrite, append-dedup, overwrite-dedup, history, update or"
              + " soft-delete. Default: overwrite, and one row a key where the stream has a key.")
  private @Nullable WriteMode writeMode;

  @Mixin private SchemaOptions schema = new SchemaOptions();
  @Mixin private RunOptions run = new RunOptions();
  @Mixin private ReportOptions report = new ReportOptions();

  CopyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return report.run(terminal, this::sync);
  }

  private SyncBuilder sync(Log lines) {
    Map<String, String> variables = terminal.variables();
    Surroundings world = Surroundings.of(variables, lines);
    SyncBuilder sync = Godwit.contents(from).surroundings(world).select(streams).to(to);
    if (writeMode != null) {
      sync = sync.writeMode(writeMode);
    }
    return schema.on(sync).policy(run.over(sync.policy()));
  }
}
