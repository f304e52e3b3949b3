package dev.godwit.cli.command;

import dev.godwit.Godwit;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.Destination;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Forgets streams.
@Command(
    name = "clear",
    header = "Remove rows and state of streams from a destination.",
    description = {
      "Drops the tables of streams together with the place to go on from, so that the next sync"
          + " begins at the beginning. Reads nothing. To replace rows only once new ones are there,"
          + " use sync --full-refresh instead."
    },
    footer = {
      "  godwit clear duckdb:shop.duckdb orders customers",
      "  godwit clear duckdb:shop.duckdb --all"
    })
final class ClearCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "DESTINATION",
      description = "Where the rows are: duckdb:FILE or postgresql://USER@HOST/DATABASE.")
  private String destination = "";

  @Parameters(
      index = "1..*",
      paramLabel = "STREAM",
      description = "Streams to forget, with their namespace where they have one.")
  private List<String> streams = List.of();

  @Option(names = "--all", description = "All streams that were ever synced there.")
  private boolean all;

  @Mixin private JsonOption json = new JsonOption();

  @SuppressWarnings("UnusedVariable") // the failure report asks the parser for it
  @Mixin
  private LogOption log = new LogOption();

  ClearCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (all == !streams.isEmpty()) {
      throw GodwitException.config("usage", "Name the streams to clear, or say --all.");
    }
    Map<String, Long> cleared = new LinkedHashMap<>();
    try (Destination opened = Godwit.destination(destination)) {
      List<StreamName> known = opened.streams();
      for (StreamName stream : all ? known : streams.stream().map(s -> find(known, s)).toList()) {
        cleared.put(stream.toString(), opened.clear(stream));
      }
    }
    print(cleared);
    return ExitCode.OK;
  }

  private static StreamName find(List<StreamName> known, String name) {
    return known.stream()
        .filter(stream -> stream.toString().equals(name))
        .findFirst()
        .orElseThrow(() ->
            GodwitException.config("stream.unknown", "The destination has no stream " + name + ".")
                .hint(
                    "It has: " + String.join(", ", known.stream().map(Object::toString).toList())));
  }

  private void print(Map<String, Long> cleared) {
    if (json.isSet()) {
      terminal.out().line(JsonWriter.text(Map.of("cleared", cleared)));
      return;
    }
    cleared.forEach(
        (stream, rows) -> terminal.out().line("%s: %,d rows removed".formatted(stream, rows)));
  }
}
