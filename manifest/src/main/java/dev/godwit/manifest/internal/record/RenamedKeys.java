package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.template.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Gives fields other names. Of names that become equal the last one counts.
///
/// @param deep whether fields of objects inside the row are renamed too; objects in lists never are
record RenamedKeys(Naming naming, boolean deep) implements Transformation {
  /// Finds the renaming for one row.
  @FunctionalInterface
  interface Naming {
    UnaryOperator<String> in(Scope scope);
  }

  @Override
  public void apply(Map<String, @Nullable Object> row, Scope scope) {
    Map<String, @Nullable Object> renamed = renamed(row, naming.in(scope));
    row.clear();
    row.putAll(renamed);
  }

  private Map<String, @Nullable Object> renamed(Map<?, ?> fields, UnaryOperator<String> rename) {
    Map<String, @Nullable Object> renamed = new LinkedHashMap<>();
    fields.forEach((name, value) ->
        renamed.put(
            rename.apply(String.valueOf(name)),
            deep && value instanceof Map<?, ?> inner ? renamed(inner, rename) : value));
    return renamed;
  }
}
