package dev.godwit.cli.registry;

import dev.godwit.config.ConfigDocument;
import dev.godwit.connection.ConnectionFile;
import dev.godwit.core.error.GodwitException;
import dev.godwit.registry.entry.BreakingChange;
import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A connection file that reads from a connector.
///
/// @param file its name
/// @param streams those that it names; empty where it takes all
record StreamsInUse(String file, List<String> streams) {
  private static final String ALL = "*";

  StreamsInUse {
    streams = List.copyOf(streams);
  }

  /// The connection files of a folder that name a connector as their source.
  static List<StreamsInUse> of(ConnectorName name, Path folder) {
    try (Stream<Path> files = Files.list(folder.toAbsolutePath())) {
      return files
          .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
          .filter(ConnectionFile::isOne)
          .sorted()
          .flatMap(file -> use(name, file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<StreamsInUse> use(ConnectorName name, Path file) {
    try {
      Map<String, ?> values = ConfigDocument.read(file).values();
      if (!(values.get("source") instanceof String source)
          || !ConnectorQuery.parse(source).candidates(name.kind()).contains(name)) {
        return Optional.empty();
      }
      List<String> streams =
          values.get("streams") instanceof Map<?, ?> named && !named.containsKey(ALL)
              ? named.keySet().stream().map(String::valueOf).toList()
              : List.of();
      return Optional.of(new StreamsInUse(file.getFileName().toString(), streams));
    } catch (GodwitException notAName) {
      return Optional.empty();
    }
  }

  /// What a change touches of this connection: streams, or `*` for all of them.
  List<String> affected(BreakingChange change) {
    if (streams.isEmpty()) {
      return change.streams().isEmpty() ? List.of(ALL) : change.streams();
    }
    return change.affected(streams);
  }
}
