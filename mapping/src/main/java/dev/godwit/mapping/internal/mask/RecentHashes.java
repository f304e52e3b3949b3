package dev.godwit.mapping.internal.mask;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The digests of short values of one field that came by lately: states, cities and the keys of
/// other tables come again and again. Bounded: a value takes the place of the one in its slot. For
/// one thread.
final class RecentHashes {
  private static final int SLOTS = 256;
  private static final int LONGEST = 40;
  private static final int GOLDEN = 0x9E3779B9;

  private final byte[] @Nullable [] values = new byte[SLOTS][];
  private final byte[] digests;
  private final int length;

  /// @param length of a digest
  RecentHashes(int length) {
    this.length = length;
    this.digests = new byte[SLOTS * length];
  }

  /// The slot of a value; -1 for one that is too long to be kept.
  int slot(byte[] page, int start, int end) {
    if (end - start > LONGEST) {
      return -1;
    }
    int hash = end - start;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + page[i];
    }
    return (hash * GOLDEN) >>> 24;
  }

  /// Whether a slot holds that value.
  boolean holds(int slot, byte[] page, int start, int end) {
    byte[] value = values[slot];
    return value != null && Arrays.equals(value, 0, value.length, page, start, end);
  }

  /// The array with the digests; that of a slot begins at {@link #at}. Not to be changed.
  byte[] digests() {
    return digests;
  }

  int at(int slot) {
    return slot * length;
  }

  void put(int slot, byte[] page, int start, int end, byte[] digest) {
    byte[] known = values[slot];
    if (known != null && known.length == end - start) {
      System.arraycopy(page, start, known, 0, known.length);
    } else {
      values[slot] = Arrays.copyOfRange(page, start, end);
    }
    System.arraycopy(digest, 0, digests, slot * length, length);
  }
}
