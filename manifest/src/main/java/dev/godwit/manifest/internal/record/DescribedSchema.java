package dev.godwit.manifest.internal.record;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.spec.DynamicSchemaLoader;
import dev.godwit.manifest.internal.spec.DynamicSchemaLoader.SchemaTypeIdentifier;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A schema that the API describes in a row of its own: fetched when it is first asked for.
/// Thread-safe.
public final class DescribedSchema implements StreamSchema {
  /// Fetches the row that describes the fields.
  @FunctionalInterface
  public interface Description {
    /// The row; null where the API has none.
    @Nullable Map<String, @Nullable Object> fetch(Meter meter) throws InterruptedException;
  }

  private final Description description;
  private final TreePath fields;
  private final TreePath name;
  private final @Nullable TreePath type;
  private final DescribedTypes types;
  private final @Nullable InterpolatedBoolean filter;
  private final List<Transformation> transformations;
  private final Scope scope;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable Map<String, @Nullable Object> loaded;

  /// @param scope holds the configuration
  public DescribedSchema(DynamicSchemaLoader spec, Description description, Scope scope) {
    this.description = description;
    this.scope = scope;
    SchemaTypeIdentifier where = spec.schemaTypeIdentifier();
    this.fields = path(where.schemaPointer(), where);
    this.name = path(where.keyPointer(), where);
    List<String> typePointer = where.typePointer();
    this.type = typePointer == null || typePointer.isEmpty() ? null : path(typePointer, where);
    this.types = new DescribedTypes(where.typesMapping(), scope);
    this.filter = SelectorCompiler.filter(spec.schemaFilter(), false);
    this.transformations = new TransformationCompiler(scope).compile(spec.schemaTransformations());
  }

  private TreePath path(List<String> steps, SchemaTypeIdentifier spec) {
    List<@Nullable Object> path = new ArrayList<>();
    for (String step : steps) {
      path.add(InterpolatedString.of(step, spec.origin().parameters()).eval(scope));
    }
    return TreePath.of(path);
  }

  @Override
  public Map<String, @Nullable Object> load(Meter meter) throws InterruptedException {
    Map<String, @Nullable Object> known = loaded;
    if (known != null) {
      return known;
    }
    loading.lockInterruptibly();
    try {
      Map<String, @Nullable Object> schema = loaded == null ? make(meter) : loaded;
      loaded = schema;
      return schema;
    } finally {
      loading.unlock();
    }
  }

  private Map<String, @Nullable Object> make(Meter meter) throws InterruptedException {
    Map<String, @Nullable Object> properties = filtered(properties(description.fetch(meter)));
    Scope seen = scope.with("record", properties);
    transformations.forEach(transformation -> transformation.apply(properties, seen));
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft-07/schema#");
    schema.put("type", "object");
    schema.put("additionalProperties", true);
    schema.put("properties", properties);
    return schema;
  }

  private Map<String, @Nullable Object> properties(@Nullable Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    Iterable<?> described = Truth.of(row) ? described(row) : List.of();
    for (Object field : described) {
      if (!(name.find(field, null) instanceof String key)) {
        throw refusal("a field has no name", "key_pointer");
      }
      Object kind = type == null ? "string" : type.find(field, "string");
      properties.put(key, types.schema(kind, field));
    }
    return properties;
  }

  /// Going over an object gives its names.
  private Iterable<?> described(@Nullable Map<String, @Nullable Object> row) {
    return switch (fields.find(row, null)) {
      case List<?> list -> list;
      case Map<?, ?> map -> map.keySet();
      case null, default -> throw refusal("there are no fields", "schema_pointer");
    };
  }

  private Map<String, @Nullable Object> filtered(Map<String, @Nullable Object> properties) {
    InterpolatedBoolean condition = filter;
    if (condition == null) {
      return properties;
    }
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    properties.forEach((key, schema) -> {
      Map<String, @Nullable Object> single = new LinkedHashMap<>();
      single.put(key, schema);
      if (condition.eval(scope.with("record", single))) {
        kept.put(key, schema);
      }
    });
    return kept;
  }

  private static GodwitException refusal(String problem, String field) {
    return GodwitException.system(
            "schema.no-description", "The API's description of a schema cannot be used: " + problem)
        .hint("Check " + field + " of the SchemaTypeIdentifier.");
  }
}
