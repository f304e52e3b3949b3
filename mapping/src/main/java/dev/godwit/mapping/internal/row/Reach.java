package dev.godwit.mapping.internal.row;

import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.FieldPath.Step;

/// Finds the fields that a path leads to. It remembers where they were in the row before; for one
/// thread.
public final class Reach {
  private final FieldPath path;
  private final boolean required;
  private final FieldName[] names;
  private final int[] hints;

  /// @param required whether a row without the field is a failure. A field that is null, or lies in
  ///   something that is null, is there
  public Reach(FieldPath path, boolean required) {
    this.path = path;
    this.required = required;
    this.names = new FieldName[path.length()];
    this.hints = new int[path.length()];
    for (int i = 0; i < names.length; i++) {
      names[i] =
          new FieldName(
              switch (path.steps().get(i)) {
                case Step.Key(String name) -> name;
                case Step.Each() -> "";
              });
    }
  }

  public FieldPath path() {
    return path;
  }

  /// Does something to each field that the path leads to.
  ///
  /// @throws RowFailure where a required field is missing, where something on the way is neither
  ///   what the path expects nor null, or where the action fails
  public void forEach(Row row, FieldAction action) throws RowFailure {
    follow(row.fields(), 0, action);
  }

  private void follow(Slots parent, int level, FieldAction action) throws RowFailure {
    switch (path.steps().get(level)) {
      case Step.Key(_) -> key(parent, level, action);
      case Step.Each() -> each(parent, level, action);
    }
  }

  private void key(Slots parent, int level, FieldAction action) throws RowFailure {
    if (!(parent instanceof Fields fields)) {
      throw RowFailure.unexpected(path.first(level), "an object");
    }
    int slot = fields.find(names[level], hints[level]);
    if (slot >= 0) {
      hints[level] = slot;
      arrive(fields, slot, level, action);
    } else if (required) {
      throw RowFailure.of("mapping.missing-field", "the row has no field " + path, path);
    }
  }

  private void each(Slots parent, int level, FieldAction action) throws RowFailure {
    if (!(parent instanceof Items items)) {
      throw RowFailure.unexpected(path.first(level), "an array");
    }
    for (int i = 0; i < items.count(); i++) {
      arrive(items, i, level, action);
    }
  }

  private void arrive(Slots parent, int slot, int level, FieldAction action) throws RowFailure {
    if (level + 1 == names.length) {
      action.apply(parent, slot);
    } else if (!parent.isNull(slot)) {
      byte first = parent.first(slot);
      if (first != '{' && first != '[') {
        throw RowFailure.unexpected(path.first(level + 1), "an object or array");
      }
      follow(parent.open(slot), level + 1, action);
    }
  }
}
