package dev.godwit.mapping.internal.row;

import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.FieldPath.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields that are left when all others are taken away. For one thread.
public final class Retained {
  private final Part root;

  public Retained(List<FieldPath> paths) {
    root = Part.of(paths, 0);
  }

  /// What is left of an object or of the elements of an array.
  private record Part(
      boolean whole, List<FieldName> names, List<Part> parts, List<Part> elements, int[] last) {
    static Part of(List<FieldPath> paths, int level) {
      Map<String, List<FieldPath>> fields = new LinkedHashMap<>();
      List<FieldPath> elements = new ArrayList<>();
      boolean whole = false;
      for (FieldPath path : paths) {
        if (path.length() == level) {
          whole = true;
        } else if (path.steps().get(level) instanceof Step.Key(String name)) {
          fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(path);
        } else {
          elements.add(path);
        }
      }
      return new Part(
          whole,
          fields.keySet().stream().map(FieldName::new).toList(),
          fields.values().stream().map(inside -> of(inside, level + 1)).toList(),
          elements.isEmpty() ? List.of() : List.of(of(elements, level + 1)),
          new int[64]);
    }

    /// Which of the fields that stay is in a place; -1 for one that goes.
    int at(Fields fields, int slot) {
      int guess = slot < last.length ? last[slot] : -1;
      if (guess >= 0 && guess < names.size() && fields.is(names.get(guess), slot)) {
        return guess;
      }
      for (int i = 0; i < names.size(); i++) {
        if (fields.is(names.get(i), slot)) {
          if (slot < last.length) {
            last[slot] = i;
          }
          return i;
        }
      }
      return -1;
    }
  }

  /// Takes all other fields away. A value that cannot hold what is to stay goes as a whole.
  public void apply(Row row) throws RowFailure {
    retain(row.fields(), root);
  }

  private static void retain(Fields fields, Part part) throws RowFailure {
    for (int slot = 0; slot < fields.count(); slot++) {
      if (!fields.isGone(slot)) {
        int kept = part.at(fields, slot);
        if (kept < 0 || !stays(fields, slot, part.parts().get(kept))) {
          fields.remove(slot);
        }
      }
    }
  }

  private static boolean stays(Slots parent, int slot, Part part) throws RowFailure {
    byte first = parent.first(slot);
    if (part.whole() || first == 'n') {
      return true;
    }
    if (first == '{' && !part.names().isEmpty()) {
      retain((Fields) parent.open(slot), part);
      return true;
    }
    if (first != '[' || part.elements().isEmpty()) {
      return false;
    }
    Items items = (Items) parent.open(slot);
    for (int i = 0; i < items.count(); i++) {
      if (!stays(items, i, part.elements().getFirst())) {
        return false;
      }
    }
    return true;
  }
}
