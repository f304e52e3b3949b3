package dev.godwit.registry;

import dev.godwit.core.error.GodwitException;
import dev.godwit.registry.FileStore.Stored;
import dev.godwit.registry.FileStore.Wanted;
import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.ConnectorVersion;
import dev.godwit.registry.entry.Packaging;
import dev.godwit.registry.lock.Pin;
import dev.godwit.registry.lock.Pin.PinnedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From entries to pins, and from pins to programs.
///
/// @param registry address of the list, as it is written into pins
/// @param check looks at manifests that are new to the project
record Pinning(String registry, FileStore files, ManifestCheck check) {
  /// Downloads what belongs to a version.
  ///
  /// @param before what the project has pinned so far
  Pin pin(ConnectorEntry entry, ConnectorVersion version, @Nullable Pin before) {
    Packaging packaging = entry.packaging();
    PinnedFile manifest = packaging.declarative() ? manifest(entry, version, before) : null;
    if (packaging.declarative() && manifest == null && !entry.versions().contains(version)) {
      throw unknownVersion(entry, version);
    }
    return new Pin(
        entry.name(),
        version,
        registry,
        manifest,
        packaging.pythonPackage(),
        packaging.repository(),
        before == null || !before.version().equals(version) ? Map.of() : before.others());
  }

  /// Empty for a connector that is not a manifest.
  Optional<String> manifestAddress(ConnectorEntry entry, ConnectorVersion version) {
    return entry.packaging().declarative() ? Optional.of(url(entry, version)) : Optional.empty();
  }

  private String url(ConnectorEntry entry, ConnectorVersion version) {
    return Layout.file(
        registry, entry.packaging().repository(), version, RegistryFile.MANIFEST.fileName());
  }

  private @Nullable PinnedFile manifest(
      ConnectorEntry entry, ConnectorVersion version, @Nullable Pin before) {
    String url = url(entry, version);
    PinnedFile known = known(version, before);
    Optional<Stored> stored =
        files.fetch(
            new Wanted(
                RegistryFile.MANIFEST,
                entry.name(),
                version,
                registry,
                url,
                known == null ? null : known.sha256()));
    stored.ifPresent(found -> check.check(found.file()));
    return stored.map(found -> new PinnedFile(url, found.sha256())).orElse(null);
  }

  /// The manifest that the project has already pinned for this version of this registry.
  private @Nullable PinnedFile known(ConnectorVersion version, @Nullable Pin before) {
    return before != null && before.version().equals(version) && before.registry().equals(registry)
        ? before.manifest()
        : null;
  }

  /// How a pinned connector is run. Its manifest is taken from the cache, or downloaded and
  /// compared with the pin.
  Resolved resolved(Pin pin, boolean firstUse) {
    List<Program> programs = new ArrayList<>();
    PinnedFile manifest = pin.manifest();
    if (manifest != null) {
      programs.add(new Program.Manifest(stored(pin, manifest).file()));
    }
    String version = pin.version().text();
    if (pin.pythonPackage() != null) {
      programs.add(new Program.PythonPackage(pin.pythonPackage(), version));
    }
    if (pin.image() != null) {
      programs.add(new Program.Image(pin.image(), version));
    }
    if (programs.isEmpty()) {
      throw GodwitException.config(
              "registry.lock", "godwit.lock does not say how " + pin.name() + " is run.")
          .hint("Pin it anew: godwit connectors pin " + pin.name() + "@" + version);
    }
    return new Resolved(pin.name(), pin.version(), programs, firstUse);
  }

  private Stored stored(Pin pin, PinnedFile manifest) {
    return files
        .fetch(
            new Wanted(
                RegistryFile.MANIFEST,
                pin.name(),
                pin.version(),
                pin.registry(),
                manifest.url(),
                manifest.sha256()))
        .orElseThrow(() -> gone(pin, manifest));
  }

  private static GodwitException gone(Pin pin, PinnedFile manifest) {
    return GodwitException.config(
            "registry.gone",
            "%s %s is pinned, but its manifest is no longer at %s."
                .formatted(pin.name(), pin.version(), manifest.url()))
        .hint("Take another version: godwit connectors update " + pin.name());
  }

  private static GodwitException unknownVersion(ConnectorEntry entry, ConnectorVersion version) {
    return GodwitException.config(
            "registry.unknown-version",
            "The registry has no version %s of %s.".formatted(version, entry.name()))
        .hint("The newest is " + entry.version() + ".");
  }
}
