package dev.godwit.mapping.internal.step;

import dev.godwit.mapping.internal.row.FieldAction;
import dev.godwit.mapping.internal.row.FieldName;
import dev.godwit.mapping.internal.row.Fields;
import dev.godwit.mapping.internal.row.Reach;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.internal.row.Slots;

/// Gives fields another name, which must be free.
public final class RenameStep implements RowStep {
  private final Reach reach;
  private final FieldName name;
  private final FieldAction action = this::rename;

  public RenameStep(Reach reach, String name) {
    this.reach = reach;
    this.name = new FieldName(name);
  }

  @Override
  public boolean apply(Row row) throws RowFailure {
    reach.forEach(row, action);
    return true;
  }

  private void rename(Slots parent, int slot) throws RowFailure {
    if (parent instanceof Fields fields) {
      if (fields.find(name, -1) >= 0) {
        throw NameTaken.of(reach.path(), name);
      }
      fields.rename(slot, name);
    }
  }
}
