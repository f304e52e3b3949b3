package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.RAW_SCHEMA;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A schema that the API describes.
public record DynamicSchemaLoader(
    Origin origin,
    RetrieverSpec retriever,
    @Nullable RecordFilterSpec schemaFilter,
    @OrEmpty List<TransformationSpec> schemaTransformations,
    SchemaTypeIdentifier schemaTypeIdentifier)
    implements SchemaLoaderSpec {
  /// Where in the description names and types stand.
  ///
  /// @param typePointer null when absent: every field is a string
  public record SchemaTypeIdentifier(
      Origin origin,
      @Scope(CONFIG) @Default("[]") List<String> schemaPointer,
      @Scope(CONFIG) List<String> keyPointer,
      @Scope(CONFIG) @Nullable List<String> typePointer,
      @OrEmpty List<TypesMap> typesMapping)
      implements Component {}

  /// What one of the API's types becomes.
  ///
  /// @param targetType name of a type, list of two names, or a {@link ComplexFieldType}
  @Untyped
  public record TypesMap(
      Origin origin,
      @OneOf({String.class, List.class, ComplexFieldType.class}) Object targetType,
      TextOrList currentType,
      @Scope(RAW_SCHEMA) @Nullable String condition)
      implements Component {}

  /// A type with elements.
  ///
  /// @param items name of a type, or a {@link ComplexFieldType}
  @Untyped
  public record ComplexFieldType(
      Origin origin,
      String fieldType,
      @OneOf({String.class, ComplexFieldType.class}) @Nullable Object items)
      implements Component {}
}
