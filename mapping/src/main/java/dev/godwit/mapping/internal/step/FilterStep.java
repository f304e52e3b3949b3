package dev.godwit.mapping.internal.step;

import dev.godwit.mapping.internal.filter.RowFilter;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;

/// Keeps the rows for which a filter is true.
public record FilterStep(RowFilter filter) implements RowStep {
  @Override
  public boolean apply(Row row) throws RowFailure {
    return filter.keeps(row);
  }
}
