package dev.godwit.cli.command;

import dev.godwit.Godwit;
import dev.godwit.SourceBuilder;
import dev.godwit.SyncBuilder;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.config.ConfigReader;
import dev.godwit.connection.ConnectionFile;
import dev.godwit.core.ConfigStore;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.time.Clocks;
import dev.godwit.core.time.Sleeper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Which source, and how it is configured.
final class SourceOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "MANIFEST",
      description = "The source as a low-code YAML manifest, or a connection file that names one.")
  private @Nullable Path manifest;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description =
          "Configuration of the source, as JSON or YAML. A value that is just $${NAME} is taken"
              + " from the environment. Credentials that the source renews are written back.")
  private @Nullable Path config;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description =
          "One value of the configuration: outer.inner=value for nested ones, key=@file for the"
              + " text of a file. Values are JSON where they are JSON.")
  private List<String> assignments = List.of();

  private @Nullable Named named;

  /// The file that was named.
  ///
  /// @param connection null where it is a manifest
  private record Named(Path file, @Nullable ConnectionFile connection) {}

  /// Looked at once, since manifests may be large.
  private Named named(Terminal terminal) {
    Named known = named;
    if (known == null) {
      Path file = file(terminal);
      known = new Named(file, ConnectionFile.isOne(file) ? ConnectionFile.read(file) : null);
      named = known;
    }
    return known;
  }

  private Path file(Terminal terminal) {
    if (manifest == null) {
      throw new MissingParameterException(
          spec.commandLine(),
          spec.positionalParameters().getFirst(),
          "Missing required parameter: 'MANIFEST'");
    }
    return terminal.folder().resolve(manifest);
  }

  /// The configured source.
  SourceBuilder source(Terminal terminal, Log log) {
    ConfigReader reader = new ConfigReader(terminal.folder(), terminal.variables());
    ConnectionFile connection = named(terminal).connection();
    if (connection == null) {
      return source(
          terminal,
          log,
          named(terminal).file(),
          reader.read(config, assignments),
          reader.store(config, log));
    }
    return source(
        terminal,
        log,
        connection.source(),
        connection.config(reader, config, assignments),
        config == null ? connection.store(reader, log) : reader.store(config, log));
  }

  /// The files that say what the source is and what happens to its rows.
  List<Path> files(Terminal terminal) {
    Named named = named(terminal);
    return named.connection() == null
        ? List.of(named.file())
        : List.of(named.file(), named.connection().source());
  }

  /// The destination that a connection file names; null for a manifest.
  @Nullable String destination(Terminal terminal) {
    ConnectionFile connection = named(terminal).connection();
    return connection == null ? null : connection.destination();
  }

  /// Takes values of the configuration from elsewhere.
  void set(SourceOptions other) {
    assignments = other.assignments;
  }

  private static SourceBuilder source(
      Terminal terminal,
      Log log,
      Path manifest,
      Map<String, @Nullable Object> config,
      ConfigStore store) {
    Surroundings surroundings =
        new Surroundings(
            Clocks.fromEnvironment(terminal.variables()),
            Sleeper.real(),
            terminal.variables(),
            log,
            store);
    return Godwit.source(manifest).config(config).surroundings(surroundings);
  }

  /// The source with its destination.
  ///
  /// @param streams only these; empty for those that the connection has
  /// @param destination null for that of the connection
  /// @throws GodwitException CONFIG `usage` when there is neither a connection nor a destination
  SyncBuilder sync(Terminal terminal, Log log, List<String> streams, @Nullable String destination) {
    SourceBuilder source = source(terminal, log).select(streams);
    ConnectionFile connection = named(terminal).connection();
    if (connection != null) {
      SyncBuilder sync = source.to(connection);
      return destination == null ? sync : sync.to(destination);
    }
    if (destination == null) {
      throw GodwitException.config("usage", "A manifest says nothing about a destination.")
          .hint("Name one: duckdb:FILE. Or name a connection file, which does.");
    }
    return source.to(destination);
  }
}
