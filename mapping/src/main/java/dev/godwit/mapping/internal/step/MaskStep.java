package dev.godwit.mapping.internal.step;

import dev.godwit.mapping.internal.mask.Mask;
import dev.godwit.mapping.internal.row.FieldAction;
import dev.godwit.mapping.internal.row.Reach;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.internal.row.Slots;

/// Puts other values in the place of values. Null stays null.
public final class MaskStep implements RowStep {
  private final Reach reach;
  private final Mask mask;
  private final FieldAction action = this::mask;

  public MaskStep(Reach reach, Mask mask) {
    this.reach = reach;
    this.mask = mask;
  }

  @Override
  public boolean apply(Row row) throws RowFailure {
    reach.forEach(row, action);
    return true;
  }

  private void mask(Slots parent, int slot) throws RowFailure {
    if (parent.isNull(slot)) {
      return;
    }
    byte[] page = parent.page(slot);
    int from = parent.row().scratch().length();
    mask.write(page, parent.start(slot), parent.end(slot), reach.path(), parent.row().scratch());
    parent.setWritten(slot, from);
  }
}
