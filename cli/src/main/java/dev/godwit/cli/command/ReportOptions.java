package dev.godwit.cli.command;

import dev.godwit.SyncBuilder;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.progress.ProgressDisplay.Kind;
import dev.godwit.cli.report.SyncJson;
import dev.godwit.cli.report.SyncTable;
import dev.godwit.cli.sync.WatchedSync;
import dev.godwit.cli.sync.WatchedSync.Outcome;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import dev.godwit.destinations.files.StandardOutput;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a sync tells while it runs and at its end.
final class ReportOptions {
  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing unless something goes wrong.")
  private boolean quiet;

  @Mixin private ProgressOption progress = new ProgressOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  /// Runs a sync and tells of it.
  ///
  /// @param sync makes it, with a log to write to
  /// @return the exit code
  int run(Terminal terminal, Function<Log, SyncBuilder> sync) {
    StatusArea area = new StatusArea(terminal.err());
    Kind shown = progress.kind(quiet, json.isSet());
    Log lines = shown == Kind.JSON ? log.asEvents(area) : log.to(area);
    WatchedSync watched = new WatchedSync(area, shown);
    return exitCode(watched.run(sync.apply(lines), outcome -> print(outcome, terminal, shown)));
  }

  private void print(Outcome outcome, Terminal terminal, Kind shown) {
    String destination = outcome.report().plan().connection().destination();
    boolean hasRows = StandardOutput.isNamedBy(destination);
    Channel target = hasRows ? terminal.err() : terminal.out();
    if (json.isSet()) {
      target.line(JsonWriter.text(SyncJson.of(outcome.report(), outcome.cancelled())));
    } else if (!quiet) {
      SyncTable.print(outcome.report(), target);
    }
    if (shown != Kind.JSON) {
      SyncTable.printFailures(outcome.report(), terminal.err());
    }
  }

  private static int exitCode(Outcome outcome) {
    if (outcome.cancelled()) {
      return ExitCode.CANCELLED;
    }
    return outcome.report().succeeded() ? ExitCode.OK : ExitCode.FAILED;
  }
}
