package dev.godwit.cli.registry;

import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.Surroundings;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.Manifest;
import dev.godwit.registry.Connectors;
import dev.godwit.registry.RegistrySettings;
import org.jspecify.annotations.Nullable;

/// Which registry a command asks.
///
/// @param address null for the one that the environment names
/// @param offline whether nothing may be asked, whatever the environment says
record RegistryChoice(@Nullable String address, boolean offline, Terminal terminal, Log log) {
  /// The connectors of the terminal's folder. Manifests that Godwit cannot read are not pinned.
  Connectors open() {
    RegistrySettings usual = RegistrySettings.of(terminal.variables(), terminal.folder());
    RegistrySettings chosen = address == null ? usual : usual.withRegistry(address);
    return new Connectors(
        offline ? chosen.withoutNetwork() : chosen,
        Surroundings.of(terminal.variables(), log),
        Manifest::load);
  }
}
