package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.spec.DynamicSchemaLoader;
import dev.godwit.manifest.internal.spec.SchemaLoaderSpec;
import dev.godwit.manifest.internal.spec.SchemaLoaderSpec.CompositeSchemaLoader;
import dev.godwit.manifest.internal.spec.SchemaLoaderSpec.CustomSchemaLoader;
import dev.godwit.manifest.internal.spec.SchemaLoaderSpec.InlineSchemaLoader;
import dev.godwit.manifest.internal.spec.SchemaLoaderSpec.JsonFileSchemaLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The schemas that streams declare.
final class Schemas {
  private Schemas() {}

  /// The declared schema; empty where the manifest has none.
  static Map<String, @Nullable Object> of(@Nullable SchemaLoaderSpec spec) {
    return switch (spec) {
      case null -> Map.of();
      case InlineSchemaLoader inline -> {
        Map<String, @Nullable Object> schema = inline.schema();
        yield schema == null ? Map.of() : schema;
      }
      case CompositeSchemaLoader composite -> merged(composite.loaders());
      // Files lie beside the connector's Python package, which a manifest does not have.
      case JsonFileSchemaLoader _ -> Map.of();
      case DynamicSchemaLoader other -> throw Unsupported.component(other);
      case CustomSchemaLoader other -> throw Unsupported.component(other);
    };
  }

  private static Map<String, @Nullable Object> merged(List<SchemaLoaderSpec> loaders) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    for (SchemaLoaderSpec loader : loaders) {
      if (of(loader).get("properties") instanceof Map<?, ?> declared) {
        declared.forEach((name, type) -> properties.putIfAbsent(String.valueOf(name), type));
      }
    }
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("type", List.of("null", "object"));
    schema.put("properties", properties);
    return schema;
  }
}
