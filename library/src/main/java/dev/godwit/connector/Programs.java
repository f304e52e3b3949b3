package dev.godwit.connector;

import dev.godwit.connector.ConnectorReference.Located;
import dev.godwit.core.Connector;
import dev.godwit.core.Destination;
import dev.godwit.core.StreamMemory;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.Manifest;
import dev.godwit.permission.GuardedManifest;
import dev.godwit.permission.PythonPermission;
import dev.godwit.protocol.foreign.ForeignConnector;
import dev.godwit.protocol.launch.LaunchSettings;
import dev.godwit.protocol.launch.Launcher;
import dev.godwit.registry.RegistrySettings;
import dev.godwit.registry.entry.ConnectorKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gets connectors ready that users name.
public final class Programs {
  private Programs() {}

  /// A source, ready to be asked. Where it is a program of its own, it is installed if need be.
  ///
  /// @param silence how long a program may say nothing; zero for ever
  public static Connector source(
      ConnectorReference reference, Duration silence, Surroundings world) {
    return switch (reference.locate(ConnectorKind.SOURCE, world)) {
      case Located.OfManifest manifest -> manifest(manifest.file(), reference, world);
      case Located.OfProgram program -> foreign(program, reference.folder(), silence, world);
    };
  }

  private static Connector manifest(Path file, ConnectorReference reference, Surroundings world) {
    PythonPermission python = reference.python();
    return new GuardedManifest(
        Manifest.load(file),
        python.file(file),
        python,
        RegistrySettings.of(world.variables(), reference.folder()).project());
  }

  /// A destination that is a program.
  ///
  /// @param memory keeps states, since programs keep none
  /// @param silence how long it may say nothing; zero for ever
  public static Destination destination(
      ConnectorReference reference,
      Map<String, @Nullable Object> config,
      StreamMemory memory,
      Duration silence,
      Surroundings world) {
    return switch (reference.locate(ConnectorKind.DESTINATION, world)) {
      case Located.OfManifest _ ->
          throw GodwitException.config(
                  "destination.unknown", reference.text() + " is a source, no destination.")
              .hint("Name a destination, for example duckdb:shop.duckdb.");
      case Located.OfProgram program ->
          foreign(program, reference.folder(), silence, world).destination(config, world, memory);
    };
  }

  private static ForeignConnector foreign(
      Located.OfProgram program, Path folder, Duration silence, Surroundings world) {
    boolean offline = RegistrySettings.of(world.variables(), folder).offline();
    LaunchSettings settings = LaunchSettings.standard(world.variables()).withOffline(offline);
    Launcher launcher = new Launcher(settings, world.variables(), world.log());
    return new ForeignConnector(program.name(), launcher.prepare(program.launch()), silence, world);
  }
}
