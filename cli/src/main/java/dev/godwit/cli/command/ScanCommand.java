package dev.godwit.cli.command;

import dev.godwit.StreamScan;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.report.ScanReport;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Finds personal data.
@Command(
    name = "scan",
    header = "Find personal data in the streams of a source.",
    description = {
      "Looks at the first rows of each stream: e-mail addresses, phone numbers, names of people,"
          + " payment cards, bank accounts, national ids, IP addresses, places, dates of birth,"
          + " and texts with any of these. Proposes a rule for each field, for the connection"
          + " file. Values are never shown, and nothing is stored."
    },
    footer = {
      "  godwit scan shop.yaml --config config.yaml",
      "  godwit scan shop.yaml --config config.yaml --streams customers --limit 1000 --json"
    })
final class ScanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--streams",
      paramLabel = "NAME",
      split = ",",
      description = "Only these streams, separated by commas. Default: all.")
  private List<String> streams = List.of();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "ROWS",
      description = "How many rows of each stream at most. Default: 200.")
  private int limit = 200;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  ScanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StatusArea area = new StatusArea(terminal.err());
    List<StreamScan> scans =
        source.source(terminal, log.to(area)).select(streams).scan(Math.max(0, limit));
    if (json.isSet()) {
      terminal.out().line(JsonWriter.text(ScanReport.json(scans)));
    } else {
      new ScanReport(scans).print(terminal);
    }
    return scans.stream().allMatch(scan -> scan.error() == null) ? ExitCode.OK : ExitCode.FAILED;
  }
}
