package dev.godwit.mapping.internal.row;

import java.util.Arrays;

/// Where the fields of an object are, by name: a table of places that is probed. Names in it are as
/// JSON writes them. For one thread; allocates nothing once it has grown.
final class NameTable {
  private static final int GOLDEN = 0x9E3779B9;

  private int[] table = new int[64];
  private int filled;

  /// Forgets all names and makes room for some.
  void clear(int expected) {
    if (4 * expected > table.length) {
      table = new int[Integer.highestOneBit(expected) * 8];
    } else {
      Arrays.fill(table, 0);
    }
    filled = 0;
  }

  /// Whether another name would make it slow; then it is to be cleared and filled again.
  boolean isFull() {
    return 2 * filled >= table.length;
  }

  /// The first entry where a name with that hash may be.
  int first(int hash) {
    return hash & (table.length - 1);
  }

  int next(int entry) {
    return (entry + 1) & (table.length - 1);
  }

  /// The place of the field in an entry; -1 where the entry is empty, and no further one counts.
  int slot(int entry) {
    return table[entry] - 1;
  }

  /// Notes a field in an empty entry.
  void put(int entry, int slot) {
    table[entry] = slot + 1;
    filled++;
  }

  /// A hash of a name, its quotes included: of its length and a few of its bytes, since names are
  /// short and looked at for every row.
  static int hash(byte[] page, int start, int end) {
    int length = end - start;
    int last = end - 2;
    int hash = length + 31 * page[start + 1] + 1009 * page[start + (length >> 1)];
    if (last > start) {
      hash += 131 * page[last] + 8191 * page[last - 1];
    }
    int mixed = hash * GOLDEN;
    return mixed ^ (mixed >>> 16);
  }
}
