package dev.godwit.mapping.internal.row;

import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.FieldPath.Step;

/// Takes a field away from a row in which nothing may be as it was expected: where something on the
/// way is of another kind, it goes as a whole. For one thread.
public final class Hidden {
  private final FieldPath path;
  private final FieldName[] names;

  public Hidden(FieldPath path) {
    FieldPath keyed = path;
    while (keyed.last() instanceof Step.Each) {
      keyed = keyed.first(keyed.length() - 1);
    }
    this.path = keyed;
    this.names = new FieldName[keyed.length()];
    for (int i = 0; i < names.length; i++) {
      names[i] = new FieldName(keyed.steps().get(i) instanceof Step.Key(String name) ? name : "");
    }
  }

  public void remove(Row row) throws RowFailure {
    removeIn(row.fields(), 0);
  }

  /// @return false where what the path leads through is of another kind
  private boolean removeIn(Slots parent, int level) throws RowFailure {
    return switch (path.steps().get(level)) {
      case Step.Key(_) -> parent instanceof Fields fields && removeField(fields, level);
      case Step.Each() -> parent instanceof Items items && removeInEach(items, level);
    };
  }

  private boolean removeField(Fields fields, int level) throws RowFailure {
    int slot = fields.find(names[level], -1);
    if (slot >= 0 && (level + 1 == names.length || !isClean(fields, slot, level + 1))) {
      fields.remove(slot);
    }
    return true;
  }

  private boolean removeInEach(Items items, int level) throws RowFailure {
    for (int i = 0; i < items.count(); i++) {
      if (!isClean(items, i, level + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean isClean(Slots parent, int slot, int level) throws RowFailure {
    byte first = parent.first(slot);
    if (first == 'n') {
      return true;
    }
    return (first == '{' || first == '[') && removeIn(parent.open(slot), level);
  }
}
