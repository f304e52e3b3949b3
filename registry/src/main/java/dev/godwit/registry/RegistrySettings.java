package dev.godwit.registry;

import dev.godwit.core.file.Caches;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where connectors are looked for.
///
/// @param registry address of the list of a registry, or its path from the project's folder
/// @param project the folder with `godwit.lock` and `connectors/`
/// @param cache where downloads are kept
/// @param offline whether nothing may be asked
/// @param plainHttp whether other machines may be asked without TLS
public record RegistrySettings(
    String registry, Path project, Path cache, boolean offline, boolean plainHttp) {
  /// The registry that everybody uses.
  public static final String PUBLIC =
      "https://connectors.airbyte.com/files/registries/v0/oss_registry.json";

  private static final Set<String> NO = Set.of("", "0", "false", "no", "off");

  /// What the environment says: `GODWIT_REGISTRY`, `GODWIT_OFFLINE`, `GODWIT_REGISTRY_ALLOW_HTTP`,
  /// `XDG_CACHE_HOME`.
  public static RegistrySettings of(Map<String, String> variables, Path project) {
    String registry = variables.getOrDefault("GODWIT_REGISTRY", "");
    return new RegistrySettings(
        registry.isBlank() ? PUBLIC : registry,
        project,
        Caches.folder(variables, "registry"),
        isSet(variables, "GODWIT_OFFLINE"),
        isSet(variables, "GODWIT_REGISTRY_ALLOW_HTTP"));
  }

  /// These settings with another registry.
  public RegistrySettings withRegistry(String other) {
    return new RegistrySettings(other, project, cache, offline, plainHttp);
  }

  /// These settings, but nothing may be asked.
  public RegistrySettings withoutNetwork() {
    return new RegistrySettings(registry, project, cache, true, plainHttp);
  }

  private static boolean isSet(Map<String, String> variables, String name) {
    return !NO.contains(variables.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT));
  }
}
