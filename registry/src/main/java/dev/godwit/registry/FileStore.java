package dev.godwit.registry;

import dev.godwit.core.error.GodwitException;
import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorVersion;
import dev.godwit.registry.internal.cache.CacheFolder;
import dev.godwit.registry.internal.cache.CachedFile;
import dev.godwit.registry.internal.fetch.Download;
import dev.godwit.registry.internal.fetch.Validators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files of single versions, which never change: what is cached is not asked for again.
record FileStore(RegistrySettings settings, Network network, Clock clock) {
  /// A file that is wanted.
  ///
  /// @param registry address of the list that it belongs to
  /// @param url its address, or its path from the project's folder
  /// @param sha256 what its bytes have to be; null for a version that is new to the project
  record Wanted(
      RegistryFile what,
      ConnectorName name,
      ConnectorVersion version,
      String registry,
      String url,
      @Nullable String sha256) {
    String words() {
      return "The " + what.word() + " of " + name + " " + version;
    }

    boolean accepts(String digest) {
      return sha256 == null || sha256.equals(digest);
    }
  }

  /// A file as it was downloaded.
  ///
  /// @param sha256 of its bytes, in hexadecimal
  record Stored(Path file, String sha256) {}

  /// Takes a file from the cache, or downloads it.
  ///
  /// @return empty where the registry does not have it
  /// @throws GodwitException SYSTEM `registry.changed` where it is not what it was
  Optional<Stored> fetch(Wanted wanted) {
    CachedFile cached =
        new CacheFolder(settings.cache())
            .file(wanted.registry(), wanted.name(), wanted.version(), wanted.what().fileName());
    return cached
        .intact()
        .filter(note -> note.url().equals(wanted.url()) && wanted.accepts(note.sha256()))
        .map(note -> new Stored(cached.file(), note.sha256()))
        .or(() -> download(wanted, cached));
  }

  private Optional<Stored> download(Wanted wanted, CachedFile cached) {
    URI address = Layout.uri(wanted.url(), settings.project());
    if (settings.offline() && !"file".equals(address.getScheme())) {
      throw Offline.without(wanted.words());
    }
    Path folder = new CacheFolder(settings.cache()).arrivals();
    return switch (network.get(address, wanted.what().limit(), Validators.NONE, folder)) {
      case Download.Arrived arrived -> {
        if (!wanted.accepts(arrived.sha256())) {
          delete(arrived.file());
          throw changed(wanted, arrived.sha256());
        }
        cached.keep(arrived, wanted.url(), clock.instant());
        yield Optional.of(new Stored(cached.file(), arrived.sha256()));
      }
      case Download.Unchanged _ -> Optional.empty();
      case Download.Missing _ -> Optional.empty();
    };
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GodwitException changed(Wanted wanted, String sha256) {
    return GodwitException.system(
            "registry.changed",
            "%s is not what was pinned: its SHA-256 was %s and is %s."
                .formatted(wanted.words(), wanted.sha256(), sha256))
        .hint(
            "A version must never change. Ask those who run the registry; if the new file is"
                + " right, remove the connector from godwit.lock and add it anew.");
  }
}
