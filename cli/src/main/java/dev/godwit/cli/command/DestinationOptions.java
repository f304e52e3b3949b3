package dev.godwit.cli.command;

import dev.godwit.SourceBuilder;
import dev.godwit.SyncBuilder;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.config.ConfigReader;
import dev.godwit.connection.ConnectionFile;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a destination is configured that is a program.
final class DestinationOptions {
  @Option(
      names = "--destination-config",
      paramLabel = "FILE",
      description = "Configuration of a destination that is a connector, as JSON or YAML.")
  private @Nullable Path config;

  @Option(
      names = "--set-destination",
      paramLabel = "KEY=VALUE",
      description = "One value of the destination's configuration, as --set has it.")
  private List<String> assignments = List.of();

  /// A sync to a destination.
  ///
  /// @param destination null where none was given
  /// @throws GodwitException CONFIG `usage` when none was
  SyncBuilder sync(
      SourceBuilder source,
      @Nullable String destination,
      Terminal terminal,
      ConfigReader reader,
      Log log) {
    if (destination == null) {
      throw GodwitException.config("usage", "A manifest says nothing about a destination.")
          .hint("Name one: duckdb:FILE. Or name a connection file, which does.");
    }
    return source
        .to(destination)
        .folder(terminal.folder())
        .destinationConfig(reader.read(config, assignments), reader.store(config, log));
  }

  /// A sync of a connection.
  ///
  /// @param destination takes the place of the connection's own; null where none was given
  SyncBuilder sync(
      SyncBuilder connected,
      @Nullable String destination,
      ConnectionFile connection,
      ConfigReader reader,
      Log log) {
    return destination == null
        ? connected.destinationConfig(
            connection.destinationConfig(reader, config, assignments),
            config == null ? connection.destinationStore(reader, log) : reader.store(config, log))
        : connected
            .to(destination)
            .destinationConfig(reader.read(config, assignments), reader.store(config, log));
  }
}
