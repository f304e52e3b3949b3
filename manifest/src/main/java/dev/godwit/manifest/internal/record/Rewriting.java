package dev.godwit.manifest.internal.record;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happens to each row: the filter, the transformations, in either order. Thread-safe.
record Rewriting(
    @Nullable InterpolatedBoolean filter,
    List<Transformation> transformations,
    boolean transformsFirst) {
  /// Whether rows stay as they are.
  boolean isNothing() {
    return filter == null && transformations.isEmpty();
  }

  /// The fields that matter; null where that may be any.
  @Nullable Footprint footprint() {
    List<@Nullable Footprint> parts = new ArrayList<>();
    if (filter != null) {
      parts.add(Footprint.of(filter.template()));
    }
    transformations.forEach(transformation -> parts.add(transformation.footprint()));
    return Footprint.all(parts);
  }

  /// The same for the rows of one document. For one thread.
  Rewriting forDocument() {
    return new Rewriting(
        filter,
        transformations.stream().map(Transformation::forDocument).toList(),
        transformsFirst);
  }

  /// Changes a row.
  ///
  /// @param scope holds the row as `record`
  /// @return the row, or null when it is not to be kept
  /// @throws GodwitException SYSTEM `record.not-object` for a row to be kept that is no object
  @Nullable Map<String, @Nullable Object> apply(@Nullable Object row, Scope scope) {
    boolean early = transformsFirst && !transformations.isEmpty();
    if (early) {
      transform(fields(row), scope);
    }
    if (filter != null && !filter.eval(scope)) {
      return null;
    }
    Map<String, @Nullable Object> fields = fields(row);
    if (!early) {
      transform(fields, scope);
    }
    return fields;
  }

  private void transform(Map<String, @Nullable Object> fields, Scope scope) {
    for (Transformation transformation : transformations) {
      transformation.apply(fields, scope);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> fields(@Nullable Object row) {
    if (row instanceof Map<?, ?> fields) {
      return (Map<String, @Nullable Object>) fields;
    }
    throw GodwitException.system(
            "record.not-object", "The API returned a record that is not an object.")
        .hint("Check field_path of the record selector: it must lead to a list of objects.");
  }
}
