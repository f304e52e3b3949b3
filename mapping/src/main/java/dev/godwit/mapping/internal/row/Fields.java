package dev.godwit.mapping.internal.row;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonMembers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// The fields of an object, in the order of the text; new ones come last. No two have the same
/// name.
public final class Fields extends Slots {
  private static final byte[] NOTHING = {};

  private final JsonMembers members = new JsonMembers();
  private final NameTable table = new NameTable();
  private byte[] source = NOTHING;
  private byte[][] keyPages = new byte[16][];
  private int[] keyStarts = new int[16];
  private int[] keyEnds = new int[16];
  private boolean hasEscapes;

  Fields(Row row) {
    super(row);
  }

  void read(byte[] page, int start, int end) throws RowFailure {
    clear();
    source = page;
    members.open(page, start, end);
    while (members.next()) {
      int slot = append(page, members.start(), members.end());
      keyPages[slot] = page;
      keyStarts[slot] = members.keyStart() - 1;
      keyEnds[slot] = members.keyEnd() + 1;
    }
    index();
  }

  /// Notes all names.
  ///
  /// @throws RowFailure `mapping.duplicate-field`
  private void index() throws RowFailure {
    table.clear(count());
    hasEscapes = false;
    for (int slot = 0; slot < count(); slot++) {
      hasEscapes |= Names.hasEscape(keyPages[slot], keyStarts[slot], keyEnds[slot]);
      if (!note(slot)) {
        throw duplicate();
      }
    }
    if (hasEscapes) {
      refuseSameMeaning();
    }
  }

  private void refuseSameMeaning() throws RowFailure {
    Set<String> names = new HashSet<>();
    for (int slot = 0; slot < count(); slot++) {
      if (!names.add(name(slot))) {
        throw duplicate();
      }
    }
  }

  private static RowFailure duplicate() {
    return RowFailure.of("mapping.duplicate-field", "an object has a field twice", null);
  }

  /// Enters a name into the table.
  ///
  /// @return false where it is there
  private boolean note(int slot) {
    byte[] page = keyPages[slot];
    int start = keyStarts[slot];
    int end = keyEnds[slot];
    int entry = table.first(NameTable.hash(page, start, end));
    for (int other = table.slot(entry); other >= 0; other = table.slot(entry)) {
      if (!isGone(other)
          && Arrays.equals(page, start, end, keyPages[other], keyStarts[other], keyEnds[other])) {
        return other == slot;
      }
      entry = table.next(entry);
    }
    table.put(entry, slot);
    return true;
  }

  @Override
  int append(byte[] page, int start, int end) {
    int slot = super.append(page, start, end);
    if (slot == keyStarts.length) {
      keyPages = Arrays.copyOf(keyPages, 2 * slot);
      keyStarts = Arrays.copyOf(keyStarts, 2 * slot);
      keyEnds = Arrays.copyOf(keyEnds, 2 * slot);
    }
    return slot;
  }

  /// Where a field is; -1 when there is none of that name.
  ///
  /// @param hint where it was in another row; any number
  public int find(FieldName name, int hint) {
    if (hint >= 0 && hint < count() && is(name, hint)) {
      return hint;
    }
    if (hasEscapes) {
      return findAny(name);
    }
    int entry = table.first(name.hash());
    for (int slot = table.slot(entry); slot >= 0; slot = table.slot(entry)) {
      if (is(name, slot)) {
        return slot;
      }
      entry = table.next(entry);
    }
    return -1;
  }

  private int findAny(FieldName name) {
    for (int i = 0; i < count(); i++) {
      if (is(name, i)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a place holds a field of that name.
  public boolean is(FieldName name, int slot) {
    byte[] page = keyPages[slot];
    int start = keyStarts[slot];
    int end = keyEnds[slot];
    return !isGone(slot)
        && (name.isExactly(page, start, end) || (hasEscapes && name.isMeantBy(page, start, end)));
  }

  /// Gives a field another name, which must be free.
  public void rename(int slot, FieldName name) {
    keyPages[slot] = name.json();
    keyStarts[slot] = 0;
    keyEnds[slot] = name.json().length;
    if (table.isFull()) {
      table.clear(2 * count());
      for (int i = 0; i < count(); i++) {
        note(i);
      }
    } else {
      note(slot);
    }
  }

  /// Gives a field a value, whether or not it is there.
  public void put(FieldName name, byte[] json) {
    int slot = find(name, -1);
    if (slot < 0) {
      add(name, json, 0, json.length);
    } else {
      set(slot, json, 0, json.length);
    }
  }

  /// Adds a field, whose name must be free, and returns its place.
  public int add(FieldName name, byte[] page, int start, int end) {
    int slot = append(page, start, end);
    rename(slot, name);
    return slot;
  }

  /// The name of a field as text.
  public String name(int slot) {
    return Names.text(keyPages[slot], keyStarts[slot], keyEnds[slot]);
  }

  /// Writes all fields that are left: those that nothing has happened to as runs of bytes.
  @Override
  void write(JsonBuffer target) {
    byte separator = '{';
    int i = 0;
    while (i < count()) {
      if (isGone(i)) {
        i++;
        continue;
      }
      target.add(separator);
      separator = ',';
      int last = runEnd(i);
      if (last > i || isUntouched(i)) {
        notePassedNulls(i, last, target);
        target.add(source, keyStarts[i], rawEnd(last));
      } else {
        writeField(i, target);
      }
      i = last + 1;
    }
    if (separator == '{') {
      target.add(separator);
    }
    target.add((byte) '}');
  }

  /// The last of the fields that can be copied together with this one.
  private int runEnd(int first) {
    int last = first;
    if (isUntouched(first)) {
      while (last + 1 < count()
          && isUntouched(last + 1)
          && keyStarts[last + 1] == rawEnd(last) + 1) {
        last++;
      }
    }
    return last;
  }

  @SuppressWarnings("ReferenceEquality") // the very array, whatever its bytes
  private boolean isUntouched(int slot) {
    return keyPages[slot] == source && isIn(slot, source);
  }

  private void writeField(int slot, JsonBuffer target) {
    int start = target.length();
    target.add(keyPages[slot], keyStarts[slot], keyEnds[slot]);
    target.add((byte) ':');
    writeValue(slot, target);
    if (isNull(slot)) {
      row().noteNull(this, start, target.length());
    }
  }

  private void notePassedNulls(int first, int last, JsonBuffer target) {
    int shift = target.length() - keyStarts[first];
    for (int i = first; i <= last; i++) {
      if (source[rawStart(i)] == 'n') {
        row().noteNull(this, keyStarts[i] + shift, rawEnd(i) + shift);
      }
    }
  }

  @Override
  byte bracket() {
    return '{';
  }
}
