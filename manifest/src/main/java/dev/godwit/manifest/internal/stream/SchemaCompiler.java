package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.record.DescribedSchema;
import dev.godwit.manifest.internal.record.StreamSchema;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.spec.DynamicSchemaLoader;
import dev.godwit.manifest.internal.spec.SchemaLoaderSpec;
import dev.godwit.manifest.internal.spec.SchemaLoaderSpec.CompositeSchemaLoader;
import dev.godwit.manifest.internal.spec.SchemaLoaderSpec.CustomSchemaLoader;
import dev.godwit.manifest.internal.spec.SchemaLoaderSpec.InlineSchemaLoader;
import dev.godwit.manifest.internal.spec.SchemaLoaderSpec.JsonFileSchemaLoader;
import dev.godwit.manifest.internal.template.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the schemas of streams out of their descriptions.
final class SchemaCompiler {
  private final Scope scope;
  private final StreamCompiler streams;

  SchemaCompiler(Scope scope, StreamCompiler streams) {
    this.scope = scope;
    this.streams = streams;
  }

  /// A schema; an empty one where the manifest has none.
  StreamSchema compile(@Nullable SchemaLoaderSpec spec) {
    return switch (spec) {
      case null -> fixed(null);
      case InlineSchemaLoader inline -> fixed(inline.schema());
      case CompositeSchemaLoader composite -> {
        List<StreamSchema> parts = composite.loaders().stream().map(this::compile).toList();
        yield meter -> merged(parts, meter);
      }
      // Files lie beside the connector's Python package, which a manifest does not have.
      case JsonFileSchemaLoader _ -> fixed(null);
      case DynamicSchemaLoader dynamic ->
          new DescribedSchema(
              dynamic,
              meter -> streams.firstRow(dynamic.retriever(), "dynamic_properties", meter),
              scope);
      case CustomSchemaLoader custom ->
          new HostedSchema(CustomParts.of(custom, custom.className()));
    };
  }

  private static StreamSchema fixed(@Nullable Map<String, @Nullable Object> declared) {
    Map<String, @Nullable Object> schema = declared == null ? Map.of() : declared;
    return meter -> schema;
  }

  private static Map<String, @Nullable Object> merged(List<StreamSchema> parts, Meter meter)
      throws InterruptedException {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    for (StreamSchema part : parts) {
      if (part.load(meter).get("properties") instanceof Map<?, ?> declared) {
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
