package dev.godwit.mapping.internal.row;

import dev.godwit.core.json.JsonBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One row at a time, as its fields. Reused from row to row; for one thread.
public final class Row {
  private final List<Fields> objects = new ArrayList<>();
  private final List<Items> arrays = new ArrayList<>();
  private final JsonBuffer scratch = new JsonBuffer();
  private int usedObjects;
  private int usedArrays;
  private final Fields root = new Fields(this);
  private int[] nulls = new int[16];
  private int nullEnd;

  /// Goes on with another row.
  ///
  /// @throws RowFailure where it has a field twice
  public void read(byte[] page, int start, int end) throws RowFailure {
    usedObjects = 0;
    usedArrays = 0;
    scratch.clear();
    root.read(page, start, end);
  }

  /// The fields of the row itself.
  public Fields fields() {
    return root;
  }

  /// Where values that take the place of others are written.
  public JsonBuffer scratch() {
    return scratch;
  }

  /// Appends the row as it is now.
  public void write(JsonBuffer target) {
    root.write(target);
  }

  /// Where fields that are null were written since {@link #forgetNulls}, as {@link
  /// dev.godwit.core.JsonRows#nulls} has it. Not to be changed.
  public int[] nulls() {
    return Arrays.copyOf(nulls, nullEnd);
  }

  public int nullEnd() {
    return nullEnd;
  }

  public void forgetNulls() {
    nullEnd = 0;
  }

  void noteNull(Fields object, int start, int end) {
    if (object.equals(root)) {
      if (nullEnd == nulls.length) {
        nulls = Arrays.copyOf(nulls, 2 * nullEnd);
      }
      nulls[nullEnd++] = start;
      nulls[nullEnd++] = end;
    }
  }

  Slots open(byte[] page, int start, int end) throws RowFailure {
    if (page[start] == '{') {
      if (usedObjects == objects.size()) {
        objects.add(new Fields(this));
      }
      Fields object = objects.get(usedObjects++);
      object.read(page, start, end);
      return object;
    }
    if (usedArrays == arrays.size()) {
      arrays.add(new Items(this));
    }
    Items array = arrays.get(usedArrays++);
    array.read(page, start, end);
    return array;
  }
}
