package dev.godwit.registry;

import dev.godwit.registry.entry.ConnectorKind;
import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Connectors of the project's own: `connectors/NAME/manifest.yaml` or `connectors/NAME.yaml`.
///
/// @param folder the folder `connectors`, which need not be there
record ProjectFolder(Path folder) {
  private static final String MANIFEST = "manifest.yaml";
  private static final String ENDING = ".yaml";

  /// The manifest of the name that is meant, whichever form of the name the folder has.
  Optional<Resolved> find(ConnectorQuery query, @Nullable ConnectorKind kind) {
    if (kind == ConnectorKind.DESTINATION || query.version() != null) {
      return Optional.empty();
    }
    Set<String> spellings = new LinkedHashSet<>(List.of(query.written()));
    for (ConnectorName name : query.candidates(ConnectorKind.SOURCE)) {
      spellings.add(name.text());
      spellings.add(name.shortText());
    }
    return spellings.stream().map(this::file).flatMap(Optional::stream).findFirst();
  }

  private Optional<Resolved> file(String name) {
    return Stream.of(folder.resolve(name).resolve(MANIFEST), folder.resolve(name + ENDING))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(file -> resolved(name, file));
  }

  private static Resolved resolved(String text, Path file) {
    ConnectorName name =
        ConnectorName.complete(text)
            .orElseGet(() -> new ConnectorName(ConnectorKind.SOURCE, "source-" + text));
    return new Resolved(name, null, List.of(new Program.Manifest(file)), false);
  }

  /// All of them, in alphabetical order.
  List<Resolved> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .map(file ->
              file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file)
          .filter(ConnectorName::isPlain)
          .forEach(names::add);
      return names.stream().map(this::file).flatMap(Optional::stream).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
