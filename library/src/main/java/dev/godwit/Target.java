package dev.godwit;

import dev.godwit.connector.ConnectorReference;
import dev.godwit.connector.Programs;
import dev.godwit.core.ConfigStore;
import dev.godwit.core.Destination;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.Destinations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where rows go.
///
/// @param address a URI, or the reference of a connector that is a program
/// @param config of a program; empty for a URI, which says all
/// @param configs keeps configurations that a program changes
/// @param folder what relative paths of a program are relative to, and where states are kept for it
record Target(
    String address, Map<String, @Nullable Object> config, ConfigStore configs, Path folder) {
  /// Below it lies what programs leave to us to remember.
  private static final Path MEMORY = Path.of(".godwit", "memory");

  /// Written out because compact constructors do not carry type annotations into class files.
  Target(String address, Map<String, @Nullable Object> config, ConfigStore configs, Path folder) {
    this.address = address;
    this.config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    this.configs = configs;
    this.folder = folder;
  }

  static Target of(String address) {
    return new Target(address, Map.of(), ConfigStore.NONE, Path.of(""));
  }

  Target with(Map<String, @Nullable Object> values, ConfigStore store) {
    return new Target(address, values, store, folder);
  }

  Target in(Path other) {
    return new Target(address, config, configs, other);
  }

  /// Opens the destination. The caller closes it.
  ///
  /// @param connection tells the states of one connection from those of others
  /// @param silence how long a program may say nothing; zero for ever
  Destination open(String connection, Duration silence, Surroundings world) {
    if (!ConnectorReference.isProgram(address)) {
      if (!config.isEmpty()) {
        throw GodwitException.config(
                "destination.no-config", address + " takes no configuration of its own.")
            .hint("Say in its address what is to be said, or name a connector.");
      }
      return Destinations.open(address, world.clock());
    }
    Path memory = folder.resolve(MEMORY).resolve(word(connection) + "--" + word(address));
    return Programs.destination(
        new ConnectorReference(address, folder),
        config,
        Destinations.memory(memory, world.clock()),
        silence,
        world.with(configs));
  }

  /// A text as the name of a folder.
  private static String word(String text) {
    String word = text.replaceAll("[^A-Za-z0-9._-]+", "-");
    return word.equals(text) ? word : word + "-" + Integer.toHexString(text.hashCode());
  }
}
