package dev.godwit.protocol;

import dev.godwit.core.ConnectorSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the command itself wants to be configured with, before it knows a manifest.
final class GeneralSpec {
  private GeneralSpec() {}

  static ConnectorSpec spec() {
    Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
    manifest.put("title", "Low-code manifest");
    manifest.put("type", "object");
    manifest.put("description", "The manifest of the source.");
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Low-code source spec");
    schema.put("type", "object");
    schema.put("required", List.of("__injected_declarative_manifest"));
    schema.put("additionalProperties", true);
    schema.put("properties", Map.of("__injected_declarative_manifest", manifest));
    return new ConnectorSpec(null, schema, null);
  }
}
