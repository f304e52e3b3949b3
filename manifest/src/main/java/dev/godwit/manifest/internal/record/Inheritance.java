package dev.godwit.manifest.internal.record;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.path.Placement;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.python.JsonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an element of a list inside a row takes over from that row: all of its fields under its
/// own, some of them under other names, the whole row in one field.
record Inheritance(List<Field> fields, boolean merges, boolean keepsOriginal) {
  /// A field that is copied.
  ///
  /// @param from keys and list positions; null is copied where there is nothing
  record Field(List<String> from, List<String> to) {
    private @Nullable Object in(@Nullable Object row) {
      Object value = row;
      for (String step : from) {
        value =
            switch (value) {
              case Map<?, ?> map -> map.get(step);
              case List<?> list -> element(list, step);
              case null, default -> null;
            };
      }
      return value;
    }

    private static @Nullable Object element(List<?> list, String step) {
      if (!step.matches("-?[0-9]{1,9}")) {
        return null;
      }
      int position = Integer.parseInt(step);
      int index = position < 0 ? position + list.size() : position;
      return index >= 0 && index < list.size() ? list.get(index) : null;
    }
  }

  /// The children of one row take over its fields; {@link #child} completes one of them.
  final class Heir {
    private final Map<String, @Nullable Object> parent;
    private final @Nullable Map<String, @Nullable Object> base;

    private Heir(Map<String, @Nullable Object> parent, TreePath lists) {
      this.parent = parent;
      this.base = merges ? without(parent, lists) : null;
    }

    /// An element as a row. Elements that are no objects become the field `value` of one if there
    /// is anything to take over.
    ///
    /// @throws GodwitException CONFIG `record.parent-field` when a field cannot be set
    @Nullable Object child(@Nullable Object element) {
      Map<String, @Nullable Object> child = new LinkedHashMap<>();
      if (base != null) {
        child.putAll(JsonValues.copy(base));
      }
      if (element instanceof Map<?, ?> own) {
        own.forEach((name, value) -> child.put(String.valueOf(name), value));
      } else if (merges || keepsOriginal || !fields.isEmpty()) {
        child.put("value", element);
      } else {
        return element;
      }
      fields.forEach(field -> put(child, field));
      if (keepsOriginal) {
        child.put("original_record", JsonValues.of(parent));
      }
      return child;
    }

    private void put(Map<String, @Nullable Object> child, Field field) {
      try {
        Placement.put(child, field.to(), JsonValues.of(field.in(parent)));
      } catch (GodwitException blocked) {
        throw GodwitException.config(
                "record.parent-field",
                "The field " + String.join(".", field.to()) + " of an element cannot be set.")
            .hint("Choose another record_path: a value on this one is no object.")
            .causedBy(blocked);
      }
    }
  }

  /// @param lists where the elements come from: what a child never takes over
  Heir of(Map<String, @Nullable Object> parent, TreePath lists) {
    return new Heir(parent, lists);
  }

  private static Map<String, @Nullable Object> without(
      Map<String, @Nullable Object> parent, TreePath lists) {
    Map<String, @Nullable Object> copy = JsonValues.copy(parent);
    lists.cut(copy, List.class::isInstance);
    return copy;
  }
}
