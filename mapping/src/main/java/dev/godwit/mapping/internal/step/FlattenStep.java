package dev.godwit.mapping.internal.step;

import dev.godwit.mapping.internal.row.FieldAction;
import dev.godwit.mapping.internal.row.FieldName;
import dev.godwit.mapping.internal.row.Fields;
import dev.godwit.mapping.internal.row.Reach;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.internal.row.Slots;
import dev.godwit.mapping.rule.FieldPath.Step;

/// Puts the fields of objects in the place of the objects.
public final class FlattenStep implements RowStep {
  private final Reach reach;
  private final String prefix;
  private final String separator;
  private final int depth;
  private final FieldAction action = this::flatten;

  /// @param reach leads to fields of objects
  public FlattenStep(Reach reach, String separator, int depth) {
    this.reach = reach;
    this.prefix =
        switch (reach.path().last()) {
          case Step.Key(String name) -> name + separator;
          case Step.Each() -> throw new IllegalArgumentException("elements have no names");
        };
    this.separator = separator;
    this.depth = depth;
  }

  @Override
  public boolean apply(Row row) throws RowFailure {
    reach.forEach(row, action);
    return true;
  }

  private void flatten(Slots parent, int slot) throws RowFailure {
    byte first = parent.first(slot);
    if (first != '{' && first != 'n') {
      throw RowFailure.unexpected(reach.path(), "an object");
    }
    if (first == '{' && parent.open(slot) instanceof Fields inside) {
      parent.remove(slot);
      lift(inside, (Fields) parent, prefix, depth);
    } else {
      parent.remove(slot);
    }
  }

  private void lift(Fields inside, Fields target, String path, int levels) throws RowFailure {
    for (int i = 0; i < inside.count(); i++) {
      if (inside.isGone(i)) {
        continue;
      }
      String name = path + inside.name(i);
      if (levels > 1 && inside.first(i) == '{') {
        lift((Fields) inside.open(i), target, name + separator, levels - 1);
        continue;
      }
      FieldName newName = new FieldName(name);
      if (target.find(newName, -1) >= 0) {
        throw NameTaken.of(reach.path(), newName);
      }
      target.add(newName, inside.page(i), inside.start(i), inside.end(i));
    }
  }
}
