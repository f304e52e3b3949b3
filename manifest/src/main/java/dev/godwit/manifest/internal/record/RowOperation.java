package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that is done to each row.
sealed interface RowOperation {
  record Keep(InterpolatedBoolean condition) implements RowOperation {}

  record Change(List<Transformation> transformations) implements RowOperation {}

  record Elsewhere(HostedStep step) implements RowOperation {}

  /// What is done to a row in one go: no two conditions, and nothing that happens elsewhere.
  static Rewriting rewriting(List<RowOperation> operations) {
    InterpolatedBoolean filter = null;
    List<Transformation> transformations = new ArrayList<>();
    boolean transformsFirst = false;
    for (RowOperation operation : operations) {
      switch (operation) {
        case Keep(InterpolatedBoolean condition) -> {
          filter = condition;
          transformsFirst = !transformations.isEmpty();
        }
        case Change(List<Transformation> more) -> transformations.addAll(more);
        case Elsewhere other -> throw new IllegalArgumentException(other.toString());
      }
    }
    return new Rewriting(filter, List.copyOf(transformations), transformsFirst);
  }

  /// The index of the first operation that happens elsewhere; -1 where there is none.
  static int firstElsewhere(List<RowOperation> operations) {
    for (int i = 0; i < operations.size(); i++) {
      if (operations.get(i) instanceof Elsewhere) {
        return i;
      }
    }
    return -1;
  }

  /// The operation of a condition; null where all rows are kept.
  static @Nullable RowOperation keep(@Nullable InterpolatedBoolean condition) {
    return condition == null ? null : new Keep(condition);
  }
}
