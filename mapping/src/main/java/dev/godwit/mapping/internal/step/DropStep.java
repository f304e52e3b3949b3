package dev.godwit.mapping.internal.step;

import dev.godwit.mapping.internal.row.Reach;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.internal.row.Slots;

/// Takes fields away.
///
/// @param reach leads to fields of objects
public record DropStep(Reach reach) implements RowStep {
  @Override
  public boolean apply(Row row) throws RowFailure {
    reach.forEach(row, Slots::remove);
    return true;
  }
}
