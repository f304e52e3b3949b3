package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.path.Removal;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.spec.TransformationSpec.RemoveFields;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes fields out of a row. What is not there is no error.
final class RemovedFields implements Transformation {
  private final List<TreePath> paths;
  private final @Nullable InterpolatedBoolean condition;

  RemovedFields(RemoveFields spec) {
    paths = spec.fieldPointers().stream().map(TreePath::of).toList();
    // The reference gives these templates no parameters.
    condition =
        spec.condition().isEmpty() ? null : InterpolatedBoolean.of(spec.condition(), Map.of());
  }

  @Override
  public void apply(Map<String, @Nullable Object> row, Scope scope) {
    if (condition == null) {
      for (TreePath path : paths) {
        path.remove(row);
      }
      return;
    }
    if (paths.isEmpty()) {
      return;
    }
    Removal.leaves(row, leaf -> condition.eval(scope.with("property", leaf)));
  }

  @Override
  public @Nullable Footprint footprint() {
    if (condition != null) {
      return null;
    }
    List<@Nullable Footprint> fields = new ArrayList<>();
    for (TreePath path : paths) {
      List<String> keys = path.keys();
      if (keys == null || keys.isEmpty()) {
        return null;
      }
      String field = keys.getFirst();
      fields.add(keys.size() == 1 ? Footprint.writing(field) : Footprint.changing(field));
    }
    return Footprint.all(fields);
  }
}
