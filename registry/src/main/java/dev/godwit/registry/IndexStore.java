package dev.godwit.registry;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.registry.internal.cache.CacheFolder;
import dev.godwit.registry.internal.cache.CacheNote;
import dev.godwit.registry.internal.cache.CachedFile;
import dev.godwit.registry.internal.fetch.Download;
import dev.godwit.registry.internal.fetch.Limit;
import dev.godwit.registry.internal.fetch.Validators;
import dev.godwit.registry.internal.index.IndexReader;
import dev.godwit.registry.internal.index.RegistryIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The list of the registry: asked for once a day, and taken from the cache in between. For one
/// thread.
final class IndexStore {
  private static final Duration FRESH = Duration.ofDays(1);

  private final RegistrySettings settings;
  private final Network network;
  private final Clock clock;
  private final Log log;
  private final CacheFolder cache;
  private final CachedFile cached;

  IndexStore(RegistrySettings settings, Network network, Clock clock, Log log) {
    this.settings = settings;
    this.network = network;
    this.clock = clock;
    this.log = log;
    this.cache = new CacheFolder(settings.cache());
    this.cached = cache.index(settings.registry());
  }

  RegistryIndex load(Freshness wanted) {
    URI address = Layout.uri(settings.registry(), settings.project());
    Optional<CacheNote> known = cached.intact();
    boolean isLocal = "file".equals(address.getScheme());
    if (settings.offline() && !isLocal) {
      if (known.isEmpty()) {
        throw Offline.without("The registry's list");
      }
      return cached();
    }
    if (known.isPresent() && !isLocal && wanted == Freshness.OF_TODAY && isFresh(known.get())) {
      return cached();
    }
    try {
      return ask(address, isLocal ? Optional.empty() : known);
    } catch (GodwitException e) {
      if (e.kind() == ErrorKind.TRANSIENT && known.isPresent() && !isLocal) {
        log.warn(e.message() + " The list of " + known.get().fetched() + " is used.");
        return cached();
      }
      throw e;
    }
  }

  private boolean isFresh(CacheNote note) {
    Duration age = Duration.between(note.fetched(), clock.instant());
    return !age.isNegative() && age.compareTo(FRESH) < 0;
  }

  private RegistryIndex ask(URI address, Optional<CacheNote> known) {
    Validators validators = known.map(CacheNote::validators).orElse(Validators.NONE);
    Instant now = clock.instant();
    return switch (network.get(address, Limit.INDEX, validators, cache.arrivals())) {
      case Download.Arrived arrived -> take(arrived, now);
      case Download.Unchanged _ when known.isPresent() -> {
        cached.confirm(known.get(), now);
        yield cached();
      }
      case Download.Unchanged _ -> throw missing();
      case Download.Missing _ -> throw missing();
    };
  }

  /// Looks at a new list before it takes the place of the old one.
  private RegistryIndex take(Download.Arrived arrived, Instant now) {
    try {
      RegistryIndex index = IndexReader.read(new CachedFile(arrived.file()).bytes());
      cached.keep(arrived, settings.registry(), now);
      return index;
    } finally {
      delete(arrived);
    }
  }

  private GodwitException missing() {
    return GodwitException.config(
            "registry.no-list", "There is no list of connectors at " + settings.registry() + ".")
        .hint("Check the address of the registry: --registry or GODWIT_REGISTRY.");
  }

  private RegistryIndex cached() {
    return IndexReader.read(cached.bytes());
  }

  private static void delete(Download.Arrived arrived) {
    try {
      Files.deleteIfExists(arrived.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
