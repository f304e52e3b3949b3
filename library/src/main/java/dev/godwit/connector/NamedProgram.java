package dev.godwit.connector;

import dev.godwit.connector.ConnectorReference.Located;
import dev.godwit.core.Surroundings;
import dev.godwit.protocol.launch.Launch;
import dev.godwit.registry.Connectors;
import dev.godwit.registry.Program;
import dev.godwit.registry.Resolved;
import dev.godwit.registry.entry.ConnectorKind;
import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorQuery;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds connectors by name: the project's own, what it has pinned, a program on `PATH` of that
/// name, and what the registry has.
final class NamedProgram {
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

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
    String path = world.variables().getOrDefault("PATH", "");
    return query.candidates(kind).stream()
        .filter(name -> name.text().startsWith(kind.prefix()))
        .map(ConnectorName::text)
        .flatMap(name ->
            SEPARATOR
                .splitAsStream(path)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry, name)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
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
