package dev.godwit.cli.command;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.report.RowReport;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows rows before anything is stored.
@Command(
    name = "preview",
    header = "Show the first rows of a stream.",
    description = {
      "Reads just enough pages, and shows the rows as a sync would deliver them. Nothing is"
          + " stored."
    },
    footer = {
      "  godwit preview shop.yaml customers --config config.yaml",
      "  godwit preview shop.yaml orders --config config.yaml --limit 3 --json"
    })
final class PreviewCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SourceOptions source = new SourceOptions();

  @Parameters(index = "1", paramLabel = "STREAM", description = "Name of the stream.")
  private String stream = "";

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "ROWS",
      description = "How many rows at most. Default: 10.")
  private int limit = 10;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  PreviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StatusArea area = new StatusArea(terminal.err());
    List<Map<String, @Nullable Object>> rows =
        source.source(terminal, log.to(area)).preview(stream, Math.max(0, limit));
    if (json.isSet()) {
      terminal.out().line(JsonWriter.text(rows));
    } else {
      if (!rows.isEmpty()) {
        RowReport.table(rows).print(terminal.out());
      }
      terminal.err().line(terminal.err().style().dim(RowReport.count(rows)));
    }
    return ExitCode.OK;
  }
}
