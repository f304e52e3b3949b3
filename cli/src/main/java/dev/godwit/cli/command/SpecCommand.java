package dev.godwit.cli.command;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.report.SpecReport;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.json.JsonWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says how a source is configured.
@Command(
    name = "spec",
    header = "Say what a source wants to be configured with.",
    description = {
      "Shows the keys of its configuration. With --json the whole JSON Schema, in the form of the"
          + " Airbyte protocol. No configuration is needed, and no API is asked."
    },
    footer = {"  godwit spec shop.yaml", "  godwit spec source-faker --json > spec.json"})
final class SpecCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  SpecCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StatusArea area = new StatusArea(terminal.err());
    ConnectorSpec spec = source.source(terminal, log.to(area)).spec();
    if (json.isSet()) {
      terminal.out().line(JsonWriter.text(SpecReport.json(spec)));
    } else {
      SpecReport.table(spec).print(terminal.out());
    }
    return ExitCode.OK;
  }
}
