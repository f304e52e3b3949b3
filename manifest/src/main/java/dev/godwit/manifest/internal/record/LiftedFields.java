package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.template.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lifts the fields of one object inside a row to the top. Nothing happens where one of their names
/// is taken there.
///
/// @param many whether the path may find several places, of which the first counts
/// @param deletes whether the object goes away
/// @param replaces whether everything else goes away
record LiftedFields(
    TreePath path, boolean many, boolean deletes, boolean replaces, String prefix, String suffix)
    implements Transformation {
  @Override
  public void apply(Map<String, @Nullable Object> row, Scope scope) {
    if (!(place(row) instanceof Map<?, ?> found)) {
      return;
    }
    Map<String, @Nullable Object> lifted = new LinkedHashMap<>();
    found.forEach((name, value) -> lifted.put(prefix + name + suffix, value));
    if (replaces && !lifted.isEmpty()) {
      row.clear();
    } else if (!Collections.disjoint(lifted.keySet(), row.keySet())) {
      return;
    } else if (deletes) {
      path.remove(row);
    }
    row.putAll(lifted);
  }

  private @Nullable Object place(Map<String, @Nullable Object> row) {
    if (!many) {
      return path.find(row, null);
    }
    List<@Nullable Object> found = path.all(row);
    return found.isEmpty() ? null : found.getFirst();
  }
}
