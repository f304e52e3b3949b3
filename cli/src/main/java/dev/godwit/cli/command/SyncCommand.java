package dev.godwit.cli.command;

import dev.godwit.SyncBuilder;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.log.Log;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Moves data.
@Command(
    name = "sync",
    header = "Move the streams of a source into a destination.",
    description = {
      "Reads all streams side by side. Streams that can tell what changed are asked for changes"
          + " only, from where the last sync ended; the others are read whole and replace their"
          + " table once they are complete. Rows and the place to go on from are committed"
          + " together, so a sync may be interrupted at any time and run again."
    },
    footer = {
      "  All streams, configured by a file:",
      "    godwit sync shop.yaml duckdb:shop.duckdb --config config.json",
      "",
      "  Two streams, with a token from a file that nobody else may read:",
      "    godwit sync shop.yaml duckdb:shop.duckdb --streams customers,orders \\",
      "      --set url=https://shop.example --set api_token=@token.txt",
      "",
      "  Everything again, from the beginning:",
      "    godwit sync shop.yaml duckdb:shop.duckdb --config config.json --full-refresh",
      "",
      "  January again, without touching the place to go on from:",
      "    godwit sync shop.yaml duckdb:shop.duckdb --config config.json --streams orders \\",
      "      --from 2024-01-01 --to 2024-01-31",
      "",
      "  As Parquet files, a folder a stream, parted by day; or as lines for another program:",
      "    godwit sync shop.yaml parquet:data --config config.json",
      "    godwit sync shop.yaml jsonl:- --config config.json --quiet | jq .",
      "",
      "  What was planned and looked at before:",
      "    godwit sync --plan plan.json",
      "",
      "  In a script: events on stderr, one report on stdout:",
      "    godwit sync shop.yaml duckdb:shop.duckdb --config config.json --json > report.json"
    })
final class SyncCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SyncOptions options = new SyncOptions();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description =
          "Carry out a plan that godwit plan has written, and nothing else: refuse when what is"
              + " there has changed since. Takes the place of all arguments above, but for --set.")
  private @Nullable Path plan;

  @Mixin private ReportOptions report = new ReportOptions();

  SyncCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return report.run(terminal, this::sync);
  }

  private SyncBuilder sync(Log lines) {
    return plan == null
        ? options.sync(terminal, lines)
        : SavedPlan.read(terminal, plan).sync(terminal, lines, options);
  }
}
