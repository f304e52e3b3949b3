package dev.godwit.connector;

import dev.godwit.connector.ConnectorReference.Located;
import dev.godwit.core.Surroundings;
import dev.godwit.protocol.launch.Launch;
import dev.godwit.protocol.launch.process.SearchPath;
import dev.godwit.registry.Connectors;
import dev.godwit.registry.Program;
import dev.godwit.registry.Resolved;
import dev.godwit.registry.entry.ConnectorKind;
import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds connectors by name: the project's own, what it has pinned, a program on `PATH` of that
/// name, and what the registry has.
final class NamedProgram {
  private NamedProgram() {}

  /// @throws dev.godwit.core.error.GodwitException as {@link Connectors#resolve}
  static Located locate(String name, Path folder, ConnectorKind kind, Surroundings world) {
    Connectors connectors = Connectors.of(world, folder.toAbsolutePath());
    ConnectorQuery query = ConnectorQuery.parse(name);
    boolean known =
        connectors.pin(query, kind).isPresent()
            || connectors.own().stream()
                .anyMatch(own -> query.candidates(kind).contains(own.name()));
    Optional<Path> installed = known ? Optional.empty() : onPath(query, kind, world);
    if (installed.isPresent()) {
      world.log().info(name + " is run by " + installed.get() + ".");
      return new Located.OfProgram(name, new Launch.Executable(installed.get(), List.of()));
    }
    return located(connectors.resolve(name, kind));
  }

  private static Optional<Path> onPath(
      ConnectorQuery query, ConnectorKind kind, Surroundings world) {
    if (query.version() != null) {
      return Optional.empty();
    }
    SearchPath programs = new SearchPath(world.variables());
    return query.candidates(kind).stream()
        .map(ConnectorName::text)
        .filter(name -> name.startsWith(kind.prefix()))
        .flatMap(name -> programs.find(name).stream())
        .findFirst();
  }

  private static Located located(Resolved resolved) {
    String name =
        resolved.version() == null
            ? resolved.name().text()
            : resolved.name() + " " + resolved.version();
    return switch (resolved.program()) {
      case Program.Manifest manifest -> new Located.OfManifest(manifest.file());
      case Program.PythonPackage python ->
          new Located.OfProgram(
              name, new Launch.PythonPackage(python.name() + "==" + python.version()));
      case Program.Image image ->
          new Located.OfProgram(
              name, new Launch.ContainerImage(image.repository() + ":" + image.tag()));
    };
  }
}
