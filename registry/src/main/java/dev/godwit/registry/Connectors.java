package dev.godwit.registry;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.ConnectorKind;
import dev.godwit.registry.entry.ConnectorQuery;
import dev.godwit.registry.entry.ConnectorVersion;
import dev.godwit.registry.internal.fetch.AddressRules;
import dev.godwit.registry.lock.LockFile;
import dev.godwit.registry.lock.Pin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Connectors by name, as a project sees them: its own ones first, then those that it has pinned in
/// `godwit.lock`, then those of the registry. For one thread.
public final class Connectors {
  private static final String OWN = "connectors";

  private final Registry registry;
  private final LockFile lock;
  private final ProjectFolder own;
  private final Pinning pinning;
  private final Log log;

  /// Nothing is read or asked for yet.
  ///
  /// @param surroundings clock, environment for proxies and certificates, and where warnings go
  /// @param check looks at manifests before they are pinned
  public Connectors(RegistrySettings settings, Surroundings surroundings, ManifestCheck check) {
    Network network = new Network(surroundings.variables(), new AddressRules(settings.plainHttp()));
    this.registry = new Registry(settings, network, surroundings);
    this.lock = new LockFile(settings.project().resolve(LockFile.NAME));
    this.own = new ProjectFolder(settings.project().resolve(OWN));
    this.pinning =
        new Pinning(
            settings.registry(), new FileStore(settings, network, surroundings.clock()), check);
    this.log = surroundings.log();
  }

  /// The connectors of a project, with the settings of the environment.
  public static Connectors of(Surroundings surroundings, Path project) {
    return new Connectors(
        RegistrySettings.of(surroundings.variables(), project), surroundings, ManifestCheck.NONE);
  }

  /// The connector that a name leads to: `pokeapi`, `source-pokeapi`, `pokeapi@1.2.3`. One that the
  /// project has not used before is pinned, and the log says so.
  ///
  /// @throws GodwitException CONFIG `registry.unknown-connector`, `registry.unknown-version`,
  ///   `registry.pinned-otherwise`, `registry.offline`; TRANSIENT `registry.unreachable`; SYSTEM
  ///   `registry.changed`, `registry.untrusted`
  public Resolved resolve(String name) {
    return resolve(ConnectorQuery.parse(name), null);
  }

  /// As above, of one kind.
  public Resolved resolve(String name, ConnectorKind kind) {
    return resolve(ConnectorQuery.parse(name), kind);
  }

  private Resolved resolve(ConnectorQuery query, @Nullable ConnectorKind kind) {
    return own.find(query, kind)
        .or(() -> pinned(query, kind).map(pin -> pinning.resolved(pin, false)))
        .orElseGet(() -> pinning.resolved(firstUse(query, kind), true));
  }

  private Optional<Pin> pinned(ConnectorQuery query, @Nullable ConnectorKind kind) {
    Optional<Pin> pin = pin(query, kind);
    ConnectorVersion wanted = query.version();
    if (pin.isPresent() && wanted != null && !pin.get().version().equals(wanted)) {
      throw GodwitException.config(
              "registry.pinned-otherwise",
              "%s is pinned to %s in godwit.lock, not to %s."
                  .formatted(pin.get().name(), pin.get().version(), wanted))
          .hint("Change that with: godwit connectors pin " + pin.get().name() + "@" + wanted);
    }
    return pin;
  }

  private Pin firstUse(ConnectorQuery query, @Nullable ConnectorKind kind) {
    Pin pin = pinned(registry.require(query, kind), query.version());
    log.info("%s %s is pinned in godwit.lock from now on.".formatted(pin.name(), pin.version()));
    return pin;
  }

  /// What the project has pinned for a name.
  ///
  /// @param kind null where both are possible; sources come first then
  public Optional<Pin> pin(ConnectorQuery query, @Nullable ConnectorKind kind) {
    List<Pin> pins = lock.pins();
    return query.candidates(kind).stream()
        .flatMap(name -> pins.stream().filter(pin -> pin.name().equals(name)))
        .findFirst();
  }

  /// Everything that the project has pinned, in alphabetical order.
  public List<Pin> pins() {
    return lock.pins();
  }

  /// Connectors of the project's own, in alphabetical order.
  public List<Resolved> own() {
    return own.all();
  }

  public Registry registry() {
    return registry;
  }

  /// Where the manifest of the released version lies, with its specification in it; empty for a
  /// connector that is not a manifest.
  public Optional<String> manifestAddress(ConnectorEntry entry) {
    return pinning.manifestAddress(entry, entry.version());
  }

  /// Downloads a version of a connector and pins it, whatever was pinned before.
  ///
  /// @param version null for the one that is released
  public Pin pinned(ConnectorEntry entry, @Nullable ConnectorVersion version) {
    Pin before = lock.find(entry.name()).orElse(null);
    Pin pin = pinning.pin(entry, version == null ? entry.version() : version, before);
    if (!pin.equals(before)) {
      lock.put(pin);
    }
    return pin;
  }

  /// Pinned connectors of which the registry has another version.
  ///
  /// @param names which ones; empty for all
  /// @throws GodwitException CONFIG `registry.not-pinned` where one of them is not pinned
  public List<Update> updates(List<String> names) {
    List<Update> updates = new ArrayList<>();
    for (Pin pin : names.isEmpty() ? pins() : names.stream().map(this::requirePin).toList()) {
      Optional<ConnectorEntry> entry = registry.find(pin.name());
      if (entry.isEmpty()) {
        log.warn("The registry does not have " + pin.name() + " any more.");
      } else if (!entry.get().version().equals(pin.version())) {
        updates.add(Update.of(pin, entry.get()));
      }
    }
    return updates;
  }

  private Pin requirePin(String name) {
    return pin(ConnectorQuery.parse(name), null)
        .orElseThrow(() ->
            GodwitException.config(
                    "registry.not-pinned", "This project does not use " + name + " yet.")
                .hint("Add it with: godwit connectors add " + name));
  }

  /// Pins the version that an update leads to.
  public Pin apply(Update update) {
    return pinned(update.entry(), update.to());
  }
}
