package dev.godwit.cli.command;

import dev.godwit.SyncBuilder;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.log.Log;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which streams, from where to where.
final class ConnectionOptions {
  @Mixin private SourceOptions source = new SourceOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DESTINATION",
      description =
          "Where the rows go: duckdb:FILE, postgresql://USER@HOST/DATABASE, parquet:FOLDER, or a"
              + " connector: a name such as destination-pgvector, pip:PACKAGE, docker:IMAGE,"
              + " exec:PROGRAM. Default: as the connection file has it.")
  private @Nullable String destination;

  @Mixin private DestinationOptions settings = new DestinationOptions();

  @Option(
      names = "--streams",
      paramLabel = "NAME",
      split = ",",
      description = "Only these streams, separated by commas. Default: all.")
  private List<String> streams = List.of();

  SourceOptions source() {
    return source;
  }

  /// The source with its destination.
  SyncBuilder sync(Terminal terminal, Log log) {
    return source.sync(terminal, log, streams, destination, settings);
  }
}
