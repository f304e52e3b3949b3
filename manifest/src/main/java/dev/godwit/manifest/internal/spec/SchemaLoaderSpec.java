package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the JSON schema of a stream comes from.
public sealed interface SchemaLoaderSpec extends Component
    permits DynamicSchemaLoader,
        SchemaLoaderSpec.InlineSchemaLoader,
        SchemaLoaderSpec.JsonFileSchemaLoader,
        SchemaLoaderSpec.CustomSchemaLoader,
        SchemaLoaderSpec.CompositeSchemaLoader {
  /// The manifest holds it.
  record InlineSchemaLoader(Origin origin, @Nullable Map<String, @Nullable Object> schema)
      implements SchemaLoaderSpec {}

  /// A file holds it.
  record JsonFileSchemaLoader(Origin origin, @Scope(CONFIG) @Nullable String filePath)
      implements SchemaLoaderSpec {}

  /// A loader that a class outside the manifest implements.
  @OpenFields
  record CustomSchemaLoader(Origin origin, String className) implements SchemaLoaderSpec {}

  /// The properties of several schemas in one; also of a list of one. Of properties with the same
  /// name the first counts.
  @FromList("loaders")
  record CompositeSchemaLoader(Origin origin, List<SchemaLoaderSpec> loaders)
      implements SchemaLoaderSpec {}
}
