package dev.godwit.mapping.internal.step;

import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.internal.row.FieldName;
import dev.godwit.mapping.internal.row.Fields;
import dev.godwit.mapping.internal.row.Reach;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.internal.row.Slots;
import org.jspecify.annotations.Nullable;

/// Gives a field the same value in all rows. Objects that are not there get no field.
public final class ConstantStep implements RowStep {
  private final @Nullable Reach parent;
  private final FieldName name;
  private final byte[] value;

  /// @param parent the object that the field is in; null for the row itself
  public ConstantStep(@Nullable Reach parent, String name, @Nullable Object value) {
    this.parent = parent;
    this.name = new FieldName(name);
    this.value = JsonWriter.bytes(value);
  }

  @Override
  public boolean apply(Row row) throws RowFailure {
    if (parent == null) {
      row.fields().put(name, value);
    } else {
      parent.forEach(row, (outer, slot) -> putInside(parent, outer, slot));
    }
    return true;
  }

  private void putInside(Reach reach, Slots outer, int slot) throws RowFailure {
    if (outer.isNull(slot)) {
      return;
    }
    if (outer.first(slot) != '{') {
      throw RowFailure.unexpected(reach.path(), "an object");
    }
    ((Fields) outer.open(slot)).put(name, value);
  }
}
