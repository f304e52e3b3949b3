package dev.godwit.mapping.internal.row;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Finds objects that have a field twice: a rule would change one and pass the other. For one
/// thread; allocates nothing for names without escapes.
final class DuplicateNames {
  private static final int GOLDEN = 0x9E3779B9;

  private int[] table = new int[64];

  /// @return whether some name has an escape
  /// @throws RowFailure `mapping.duplicate-field`
  boolean refuse(byte[] page, int[] starts, int[] ends, int count) throws RowFailure {
    for (int i = 0; i < count; i++) {
      if (Names.hasEscape(page, starts[i], ends[i])) {
        refuseDecoded(page, starts, ends, count);
        return true;
      }
    }
    if (2 * count > table.length) {
      table = new int[Integer.highestOneBit(count) * 4];
    } else {
      Arrays.fill(table, 0);
    }
    for (int i = 0; i < count; i++) {
      add(page, starts, ends, i);
    }
    return false;
  }

  private void add(byte[] page, int[] starts, int[] ends, int key) throws RowFailure {
    int mask = table.length - 1;
    int place = hash(page, starts[key], ends[key]) & mask;
    for (; table[place] != 0; place = (place + 1) & mask) {
      int other = table[place] - 1;
      if (Arrays.equals(page, starts[key], ends[key], page, starts[other], ends[other])) {
        throw duplicate();
      }
    }
    table[place] = key + 1;
  }

  /// Of the length and the ends of a name: rows are many, their names differ.
  private static int hash(byte[] page, int start, int end) {
    int hash = end - start;
    for (int i = Math.max(start, end - 5); i < end; i++) {
      hash = 31 * hash + page[i];
    }
    for (int i = start + 1; i < Math.min(end, start + 5); i++) {
      hash = 31 * hash + page[i];
    }
    int mixed = hash * GOLDEN;
    return mixed ^ (mixed >>> 16);
  }

  private static void refuseDecoded(byte[] page, int[] starts, int[] ends, int count)
      throws RowFailure {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < count; i++) {
      if (!names.add(Names.text(page, starts[i], ends[i]))) {
        throw duplicate();
      }
    }
  }

  private static RowFailure duplicate() {
    return RowFailure.of("mapping.duplicate-field", "an object has a field twice", null);
  }
}
