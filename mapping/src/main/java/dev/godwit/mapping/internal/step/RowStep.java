package dev.godwit.mapping.internal.step;

import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;

/// What a rule does to a row. For one thread.
@FunctionalInterface
public interface RowStep {
  /// Changes the row.
  ///
  /// @return whether the row goes on
  /// @throws RowFailure where the rule cannot be applied to the row
  boolean apply(Row row) throws RowFailure;
}
