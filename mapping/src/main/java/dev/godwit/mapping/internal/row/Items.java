package dev.godwit.mapping.internal.row;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonItems;

/// The elements of an array.
public final class Items extends Slots {
  private final JsonItems items = new JsonItems();

  Items(Row row) {
    super(row);
  }

  void read(byte[] page, int start, int end) {
    clear();
    items.open(page, start, end);
    while (items.next()) {
      append(page, items.start(), items.end());
    }
  }

  @Override
  void write(JsonBuffer target) {
    byte separator = '[';
    for (int i = 0; i < count(); i++) {
      target.add(separator);
      writeValue(i, target);
      separator = ',';
    }
    if (separator == '[') {
      target.add(separator);
    }
    target.add((byte) ']');
  }

  @Override
  byte bracket() {
    return '[';
  }
}
