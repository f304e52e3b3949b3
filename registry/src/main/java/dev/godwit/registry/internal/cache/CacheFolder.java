package dev.godwit.registry.internal.cache;

import dev.godwit.core.error.GodwitException;
import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Where downloads of registries are kept, apart by registry.
///
/// @param root `$XDG_CACHE_HOME/godwit/registry` for most
public record CacheFolder(Path root) {
  /// The list of a registry.
  ///
  /// @param registry its address
  public CachedFile index(String registry) {
    return new CachedFile(of(registry).resolve("index.json"));
  }

  /// A file that belongs to a version of a connector.
  public CachedFile file(
      String registry, ConnectorName name, ConnectorVersion version, String file) {
    return new CachedFile(of(registry).resolve(name.text()).resolve(version.text()).resolve(file));
  }

  /// Where new files arrive.
  ///
  /// @throws GodwitException CONFIG `registry.cache`
  public Path arrivals() {
    Path folder = root.resolve("arriving");
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private Path of(String registry) {
    return root.resolve(
        UUID.nameUUIDFromBytes(registry.getBytes(StandardCharsets.UTF_8)).toString());
  }

  static GodwitException unwritable(Path place, IOException cause) {
    return GodwitException.config(
            "registry.cache", "What was downloaded cannot be kept in " + place + ".")
        .hint("Make the folder writable, or name another one in XDG_CACHE_HOME.")
        .causedBy(cause);
  }
}
