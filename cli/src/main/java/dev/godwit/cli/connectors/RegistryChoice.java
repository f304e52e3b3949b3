package dev.godwit.cli.connectors;

import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.Surroundings;
import dev.godwit.core.log.Log;
import dev.godwit.core.time.Clocks;
import dev.godwit.core.time.Sleeper;
import dev.godwit.manifest.Manifest;
import dev.godwit.registry.Connectors;
import dev.godwit.registry.RegistrySettings;
import org.jspecify.annotations.Nullable;

/// Which registry a command asks.
///
/// @param address null for the one that the environment names
/// @param offline whether nothing may be asked, whatever the environment says
public record RegistryChoice(@Nullable String address, boolean offline) {
  /// The connectors of the terminal's folder. Manifests that Godwit cannot read are not pinned.
  public Connectors open(Terminal terminal, Log log) {
    RegistrySettings usual = RegistrySettings.of(terminal.variables(), terminal.folder());
    RegistrySettings chosen = address == null ? usual : usual.withRegistry(address);
    Surroundings surroundings =
        new Surroundings(
            Clocks.fromEnvironment(terminal.variables()),
            Sleeper.real(),
            terminal.variables(),
            log);
    return new Connectors(offline ? chosen.withoutNetwork() : chosen, surroundings, Manifest::load);
  }
}
