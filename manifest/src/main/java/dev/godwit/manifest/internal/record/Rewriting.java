package dev.godwit.manifest.internal.record;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.Scope;
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

  /// Changes a row.
  ///
  /// @return the row, or null when it is not to be kept
  /// @throws GodwitException SYSTEM `record.not-object` for a row to be kept that is no object
  @Nullable Map<String, @Nullable Object> apply(@Nullable Object row, Scope outer) {
    Scope scope = outer.with("record", row);
    if (transformsFirst && !transformations.isEmpty()) {
      Map<String, @Nullable Object> fields = fields(row);
      transformations.forEach(transformation -> transformation.apply(fields, scope));
      return filter == null || filter.eval(scope) ? fields : null;
    }
    if (filter != null && !filter.eval(scope)) {
      return null;
    }
    Map<String, @Nullable Object> fields = fields(row);
    transformations.forEach(transformation -> transformation.apply(fields, scope));
    return fields;
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
