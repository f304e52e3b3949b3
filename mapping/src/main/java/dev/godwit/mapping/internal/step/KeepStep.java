package dev.godwit.mapping.internal.step;

import dev.godwit.mapping.internal.row.Reach;
import dev.godwit.mapping.internal.row.Retained;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import java.util.List;

/// Takes away all fields but some.
public final class KeepStep implements RowStep {
  private final List<Reach> required;
  private final Retained retained;

  /// @param required those that every row must have
  public KeepStep(List<Reach> required, Retained retained) {
    this.required = List.copyOf(required);
    this.retained = retained;
  }

  @Override
  public boolean apply(Row row) throws RowFailure {
    for (Reach reach : required) {
      reach.forEach(row, (parent, slot) -> {});
    }
    retained.apply(row);
    return true;
  }
}
