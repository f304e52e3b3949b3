package dev.godwit.registry;

import dev.godwit.core.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An entry of the public form, and lists of them.
public final class SampleEntry {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private SampleEntry() {}

  /// A manifest of a source, with everything that such entries have.
  public static SampleEntry manifest(String name, String version) {
    return new SampleEntry()
        .with("sourceDefinitionId", "0e1c8e5f-0000-4000-8000-000000000000")
        .with("name", title(name))
        .with("dockerRepository", "airbyte/" + name)
        .with("dockerImageTag", version)
        .with("documentationUrl", "https://docs.example.com/" + name)
        .with("license", "ELv2")
        .with("releaseStage", "alpha")
        .with("supportLevel", "community")
        .with("releaseDate", "2024-05-01")
        .with("sourceType", "api")
        .with("language", "manifest-only")
        .with("tags", List.of("language:manifest-only", "cdk:low-code"))
        .with("allowedHosts", Map.of("hosts", List.of("api.example.com")))
        .with("spec", Map.of("connectionSpecification", Map.of("type", "object")));
  }

  /// A source or destination in Python.
  public static SampleEntry python(String name, String version) {
    return manifest(name, version)
        .with("language", "python")
        .with("tags", List.of("language:python", "cdk:python"))
        .with(
            "remoteRegistries",
            Map.of("pypi", Map.of("enabled", true, "packageName", "airbyte-" + name)));
  }

  /// One that is only an image.
  public static SampleEntry java(String name, String version) {
    return manifest(name, version).with("language", "java").with("tags", List.of("language:java"));
  }

  private static String title(String name) {
    String text = name.substring(name.indexOf('-') + 1).replace('-', ' ');
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  public SampleEntry with(String field, Object value) {
    fields.put(field, value);
    return this;
  }

  public SampleEntry without(String field) {
    fields.remove(field);
    return this;
  }

  /// Adds a breaking change, limited to streams where some are named.
  public SampleEntry breaking(String version, String message, String... streams) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("message", message);
    change.put("upgradeDeadline", "2026-12-31");
    if (streams.length > 0) {
      change.put(
          "scopedImpact",
          List.of(Map.of("scopeType", "stream", "impactedScopes", List.of(streams))));
    }
    return release("breakingChanges", version, change);
  }

  /// Adds a version that is being tried out.
  public SampleEntry candidate(String version) {
    return release("releaseCandidates", version, Map.of("dockerImageTag", version));
  }

  @SuppressWarnings("unchecked")
  private SampleEntry release(String field, String version, Object value) {
    Map<String, Object> releases =
        (Map<String, Object>) fields.computeIfAbsent("releases", key -> new LinkedHashMap<>());
    ((Map<String, Object>) releases.computeIfAbsent(field, key -> new LinkedHashMap<>()))
        .put(version, value);
    return this;
  }

  public SampleEntry measured(String usage, String success) {
    return with(
        "generated",
        Map.of("metrics", Map.of("all", Map.of("usage", usage, "sync_success_rate", success))));
  }

  /// A list of sources.
  public static String list(SampleEntry... sources) {
    return list(List.of(sources), List.of());
  }

  public static String list(List<SampleEntry> sources, List<SampleEntry> destinations) {
    Map<String, Object> index = new LinkedHashMap<>();
    index.put("destinations", destinations.stream().map(entry -> entry.fields).toList());
    index.put("sources", sources.stream().map(entry -> entry.fields).toList());
    return JsonWriter.text(index);
  }
}
