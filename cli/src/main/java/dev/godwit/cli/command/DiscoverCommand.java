package dev.godwit.cli.command;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.report.CatalogReport;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.json.JsonWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists streams.
@Command(
    name = "discover",
    header = "List the streams of a source.",
    description = {
      "Shows each stream's key, and the field by which it tells what changed. With --json also"
          + " the JSON Schema of its rows."
    },
    footer = {
      "  godwit discover shop.yaml --config config.yaml",
      "  godwit discover shop.yaml --config config.yaml --json > catalog.json"
    })
final class DiscoverCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  DiscoverCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StatusArea area = new StatusArea(terminal.err());
    Catalog catalog = source.source(terminal, log.to(area)).discover();
    if (json.isSet()) {
      terminal.out().line(JsonWriter.text(CatalogReport.json(catalog)));
    } else {
      CatalogReport.table(catalog).print(terminal.out());
    }
    return ExitCode.OK;
  }
}
