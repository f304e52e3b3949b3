package dev.godwit.mapping.internal.row;

import dev.godwit.core.json.JsonBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values of an object or array: bytes of the row, bytes that took their place, or an object or
/// array that was opened. Reused from row to row; for one thread.
public abstract sealed class Slots permits Fields, Items {
  private static final byte[] GONE = {};

  private final Row row;
  private byte[][] pages = new byte[16][];
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private @Nullable Slots[] opened = new @Nullable Slots[16];
  private int count;

  Slots(Row row) {
    this.row = row;
  }

  /// The row that this is a part of.
  public final Row row() {
    return row;
  }

  /// How many places there are, those of removed values among them.
  public final int count() {
    return count;
  }

  final void clear() {
    count = 0;
  }

  /// Adds a place for a value and returns its index.
  int append(byte[] page, int start, int end) {
    if (count == starts.length) {
      pages = Arrays.copyOf(pages, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      opened = Arrays.copyOf(opened, 2 * count);
    }
    pages[count] = page;
    starts[count] = start;
    ends[count] = end;
    opened[count] = null;
    return count++;
  }

  /// The array that a value lies in.
  public final byte[] page(int slot) {
    settle(slot);
    return pages[slot];
  }

  /// First byte of a value.
  public final int start(int slot) {
    settle(slot);
    return starts[slot];
  }

  /// The byte after a value.
  public final int end(int slot) {
    settle(slot);
    return ends[slot];
  }

  /// The first byte of a value, which tells its kind.
  public final byte first(int slot) {
    Slots inside = opened[slot];
    return inside == null ? pages[slot][starts[slot]] : inside.bracket();
  }

  public final boolean isGone(int slot) {
    return pages[slot].length == 0;
  }

  public final boolean isNull(int slot) {
    return first(slot) == 'n';
  }

  /// Takes a value away, with its key.
  public final void remove(int slot) {
    pages[slot] = GONE;
    opened[slot] = null;
  }

  /// Puts other bytes in a value's place. They must not change before the row is written.
  public final void set(int slot, byte[] page, int start, int end) {
    pages[slot] = page;
    starts[slot] = start;
    ends[slot] = end;
    opened[slot] = null;
  }

  /// Puts the bytes that were added to the row's {@link Row#scratch} since `from` in a value's
  /// place.
  public final void setWritten(int slot, int from) {
    set(slot, row.scratch().bytes(), from, row.scratch().length());
  }

  /// The object or array in a place, opened.
  public final Slots open(int slot) throws RowFailure {
    Slots inside = opened[slot];
    if (inside == null) {
      inside = row.open(pages[slot], starts[slot], ends[slot]);
      opened[slot] = inside;
    }
    return inside;
  }

  /// Whether a value is still the bytes that it was read from.
  @SuppressWarnings("ReferenceEquality") // the very array, whatever its bytes
  final boolean isIn(int slot, byte[] page) {
    return pages[slot] == page && opened[slot] == null;
  }

  final int rawStart(int slot) {
    return starts[slot];
  }

  final int rawEnd(int slot) {
    return ends[slot];
  }

  /// Writes a value.
  final void writeValue(int slot, JsonBuffer target) {
    Slots inside = opened[slot];
    if (inside == null) {
      target.add(pages[slot], starts[slot], ends[slot]);
    } else {
      inside.write(target);
    }
  }

  /// Makes bytes out of what was opened.
  private void settle(int slot) {
    Slots inside = opened[slot];
    if (inside != null) {
      int from = row.scratch().length();
      inside.write(row.scratch());
      setWritten(slot, from);
    }
  }

  /// Writes all that is left.
  abstract void write(JsonBuffer target);

  /// `{` or `[`.
  abstract byte bracket();
}
