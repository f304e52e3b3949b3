package dev.godwit.cli.command;

import dev.godwit.Godwit;
import dev.godwit.SourceBuilder;
import dev.godwit.cli.config.ConfigReader;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.Surroundings;
import dev.godwit.core.log.Log;
import dev.godwit.core.time.Clocks;
import dev.godwit.core.time.Sleeper;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which source, and how it is configured.
final class SourceOptions {
  @Parameters(
      index = "0",
      paramLabel = "MANIFEST",
      description = "The source as a low-code YAML manifest.")
  private Path manifest = Path.of("");

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

  /// The configured source.
  SourceBuilder source(Terminal terminal, Log log) {
    ConfigReader reader = new ConfigReader(terminal.folder(), terminal.variables());
    Surroundings surroundings =
        new Surroundings(
            Clocks.fromEnvironment(terminal.variables()),
            Sleeper.real(),
            terminal.variables(),
            log,
            reader.store(config, log));
    return Godwit.source(terminal.folder().resolve(manifest))
        .config(reader.read(config, assignments))
        .surroundings(surroundings);
  }
}
