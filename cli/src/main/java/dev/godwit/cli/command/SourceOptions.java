package dev.godwit.cli.command;

import dev.godwit.Godwit;
import dev.godwit.SourceBuilder;
import dev.godwit.SyncBuilder;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.config.ConfigReader;
import dev.godwit.connection.ConnectionFile;
import dev.godwit.connector.ConnectorReference;
import dev.godwit.core.ConfigStore;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.permission.PythonPermission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
      paramLabel = "SOURCE",
      description =
          "The source: a low-code YAML manifest, a connection file that names one, or a connector:"
              + " a name such as source-faker, pip:PACKAGE, docker:IMAGE, exec:PROGRAM.")
  private @Nullable String source;

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

  @Option(
      names = "--allow-python",
      description =
          "Let the Python of a manifest run: components.py beside it. It runs in a process of its"
              + " own; its hash is kept in godwit.lock, and a changed file is refused.")
  private boolean allowPython;

  @Option(
      names = "--components",
      paramLabel = "FILE",
      description = "The file of a manifest's Python components, where it is another one.")
  private @Nullable Path components;

  private @Nullable Named named;

  /// What was named.
  ///
  /// @param connection null where it is a source itself
  private record Named(ConnectorReference source, @Nullable ConnectionFile connection) {}

  /// Looked at once, since manifests may be large.
  private Named named(Terminal terminal) {
    Named known = named;
    if (known == null) {
      ConnectorReference given = new ConnectorReference(given(), terminal.folder());
      Path file = given.file();
      ConnectionFile connection =
          file != null && ConnectionFile.isOne(file) ? ConnectionFile.read(file) : null;
      known =
          new Named(
              permitted(connection == null ? given : connection.source(), terminal), connection);
      named = known;
    }
    return known;
  }

  /// What the command says goes before what a connection says.
  private ConnectorReference permitted(ConnectorReference found, Terminal terminal) {
    Path file = components;
    PythonPermission permission =
        allowPython ? new PythonPermission(true, found.python().components()) : found.python();
    return found.with(file == null ? permission : permission.with(terminal.folder().resolve(file)));
  }

  private String given() {
    if (source == null) {
      throw new MissingParameterException(
          spec.commandLine(),
          spec.positionalParameters().getFirst(),
          "Missing required parameter: 'SOURCE'");
    }
    return source;
  }

  /// A connector with what it is configured with.
  record Configured(
      ConnectorReference connector, Map<String, @Nullable Object> config, Surroundings world) {}

  /// The configured source.
  SourceBuilder source(Terminal terminal, Log log) {
    Configured configured = configured(terminal, log);
    return Godwit.source(configured.connector())
        .config(configured.config())
        .surroundings(configured.world());
  }

  /// As above, in its parts.
  Configured configured(Terminal terminal, Log log) {
    ConfigReader reader = reader(terminal);
    Named found = named(terminal);
    ConnectionFile connection = found.connection();
    ConfigStore store =
        connection != null && config == null
            ? connection.store(reader, log)
            : reader.store(config, log);
    return new Configured(
        found.source(),
        connection == null
            ? reader.read(config, assignments)
            : connection.config(reader, config, assignments),
        Surroundings.of(terminal.variables(), log).with(store));
  }

  private static ConfigReader reader(Terminal terminal) {
    return new ConfigReader(terminal.folder(), terminal.variables());
  }

  /// The files that say what the source is and what happens to its rows.
  List<Path> files(Terminal terminal) {
    Named found = named(terminal);
    return Stream.of(
            found.connection() == null ? null : found.connection().file(), found.source().file())
        .filter(Objects::nonNull)
        .toList();
  }

  /// Whether a connection file was named, which says where the rows go.
  boolean namesDestination(Terminal terminal) {
    return named(terminal).connection() != null;
  }

  /// Takes values of the configuration from elsewhere.
  void set(SourceOptions other) {
    assignments = other.assignments;
  }

  /// The source with its destination.
  ///
  /// @param streams only these; empty for those that the connection has
  /// @param destination null for that of the connection
  /// @throws GodwitException CONFIG `usage` when there is neither a connection nor a destination
  SyncBuilder sync(
      Terminal terminal,
      Log log,
      List<String> streams,
      @Nullable String destination,
      DestinationOptions settings) {
    SourceBuilder from = source(terminal, log).select(streams);
    ConnectionFile connection = named(terminal).connection();
    return connection == null
        ? settings.sync(from, destination, terminal, reader(terminal), log)
        : settings.sync(from.to(connection), destination, connection, reader(terminal), log);
  }
}
