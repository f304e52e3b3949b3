package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonParser;
import java.util.Arrays;

/// Puts the members of objects in the order of their names, while they are written. Objects nest:
/// those inside are closed first. Reused; for one thread.
final class SortedMembers {
  private static final int PARTS = 3;

  private final JsonBuffer target;

  /// Three places in the target a member: where its key begins, its key ends, it ends.
  private int[] places = new int[PARTS * 32];

  private byte[] unsorted = new byte[512];
  private int top;

  SortedMembers(JsonBuffer target) {
    this.target = target;
  }

  /// Forgets objects that were left open.
  void clear() {
    top = 0;
  }

  /// Begins with an object and returns its number, for {@link #close}.
  int open() {
    return top;
  }

  /// Begins with a member and returns its number; a comma is written where there should be one.
  int key() {
    if (target.bytes()[target.length() - 1] != '{') {
      target.add((byte) ',');
    }
    if (top == places.length) {
      places = Arrays.copyOf(places, 2 * top);
    }
    int member = top;
    places[member] = target.length();
    top += PARTS;
    return member;
  }

  /// A member's key is written.
  void value(int member) {
    places[member + 1] = target.length();
  }

  /// A member's value is written.
  void end(int member) {
    places[member + 2] = target.length();
  }

  /// Ends an object, whose members are now in order. Equal names stay as they are.
  void close(int base) {
    boolean sorted = true;
    for (int i = base + PARTS; i < top && sorted; i += PARTS) {
      sorted = compare(i - PARTS, i) <= 0;
    }
    if (!sorted) {
      sort(base);
    }
    top = base;
  }

  private void sort(int base) {
    int from = places[base];
    int[] order = new int[(top - base) / PARTS];
    for (int i = 0; i < order.length; i++) {
      int member = base + PARTS * i;
      int at = i;
      for (; at > 0 && compare(order[at - 1], member) > 0; at--) {
        order[at] = order[at - 1];
      }
      order[at] = member;
    }
    int length = target.length() - from;
    unsorted = length > unsorted.length ? new byte[2 * length] : unsorted;
    System.arraycopy(target.bytes(), from, unsorted, 0, length);
    target.truncate(from);
    for (int i = 0; i < order.length; i++) {
      if (i > 0) {
        target.add((byte) ',');
      }
      target.add(unsorted, places[order[i]] - from, places[order[i] + 2] - from);
    }
  }

  /// Compares the names of two members as texts of Java are compared.
  private int compare(int one, int other) {
    byte[] bytes = target.bytes();
    int oneEnd = places[one + 1] - 1;
    int otherEnd = places[other + 1] - 1;
    int i = places[one] + 1;
    int j = places[other] + 1;
    for (; i < oneEnd && j < otherEnd; i++, j++) {
      if (isOdd(bytes[i]) || isOdd(bytes[j])) {
        return compareTexts(one, other);
      }
      if (bytes[i] != bytes[j]) {
        return bytes[i] - bytes[j];
      }
    }
    return (oneEnd - i) - (otherEnd - j);
  }

  private static boolean isOdd(byte b) {
    return b < 0 || b == '\\';
  }

  private int compareTexts(int one, int other) {
    return text(one).compareTo(text(other));
  }

  private String text(int member) {
    return String.valueOf(
        JsonParser.LENIENT.parse(target.bytes(), places[member], places[member + 1]));
  }
}
