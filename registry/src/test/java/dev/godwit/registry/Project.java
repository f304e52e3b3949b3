package dev.godwit.registry;

import dev.godwit.core.Surroundings;
import dev.godwit.core.time.Sleeper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A project in a folder, on a day that a test chooses.
final class Project {
  private final Path folder;
  private RegistrySettings settings;
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final List<String> said = new ArrayList<>();
  private ManifestCheck check = ManifestCheck.NONE;

  Project(Path folder, String registry) {
    this.folder = folder;
    this.settings =
        RegistrySettings.of(Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), folder)
            .withRegistry(registry);
  }

  Path folder() {
    return folder;
  }

  Path lock() {
    return folder.resolve("godwit.lock");
  }

  Project later(Duration time) {
    now = now.plus(time);
    return this;
  }

  Project offline() {
    settings = settings.withoutNetwork();
    return this;
  }

  Project with(RegistrySettings other) {
    settings = other;
    return this;
  }

  Project checking(ManifestCheck other) {
    check = other;
    return this;
  }

  RegistrySettings settings() {
    return settings;
  }

  /// What the log got.
  List<String> said() {
    return said;
  }

  /// A new run of a program.
  Connectors open() {
    Surroundings surroundings =
        new Surroundings(
            Clock.fixed(now, ZoneOffset.UTC),
            Sleeper.real(),
            Map.of(),
            (level, message) -> said.add(level + " " + message));
    return new Connectors(settings, surroundings, check);
  }
}
