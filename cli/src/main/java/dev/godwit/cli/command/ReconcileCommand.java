package dev.godwit.cli.command;

import dev.godwit.SyncBuilder;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.progress.ProgressDisplay.Kind;
import dev.godwit.cli.report.ComparisonReport;
import dev.godwit.cli.report.SyncTable;
import dev.godwit.cli.sync.WatchedSync;
import dev.godwit.cli.sync.WatchedSync.Outcome;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.Comparison;
import dev.godwit.core.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Compares what a source has with what a destination has.
@Command(
    name = "reconcile",
    header = "Compare a source with the destination it was synced to.",
    description = {
      "Reads streams from their beginning and compares them with their tables, by count and by a"
          + " digest of each row. Changes nothing. Tells how many rows are missing, extra or"
          + " different, and between which keys. Rows that changed in the source since the last"
          + " sync, or were deleted there, differ too.",
      "The exit code is 1 when something differs."
    },
    footer = {
      "  godwit reconcile shop.yaml duckdb:shop.duckdb --config config.json",
      "  godwit reconcile shop.yaml duckdb:shop.duckdb --config config.json --streams orders --json"
    })
final class ReconcileCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConnectionOptions connection = new ConnectionOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  ReconcileCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StatusArea area = new StatusArea(terminal.err());
    List<Comparison> found = new ArrayList<>();
    SyncBuilder comparing = connection.sync(terminal, log.to(area)).compare(found::add);
    Outcome outcome = new WatchedSync(area, Kind.NONE).run(comparing, ended -> print(ended, found));
    if (outcome.cancelled()) {
      return ExitCode.CANCELLED;
    }
    boolean equal = outcome.report().succeeded() && found.stream().allMatch(Comparison::agrees);
    return equal ? ExitCode.OK : ExitCode.FAILED;
  }

  private void print(Outcome outcome, List<Comparison> found) {
    if (json.isSet()) {
      terminal.out().line(JsonWriter.text(ComparisonReport.json(found)));
    } else {
      ComparisonReport.print(found, terminal.out());
    }
    SyncTable.printFailures(outcome.report(), terminal.err());
  }
}
