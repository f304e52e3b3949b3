package dev.godwit.mapping.contract;

import dev.godwit.core.json.JsonItems;
import dev.godwit.core.json.JsonKey;
import dev.godwit.core.json.JsonKind;
import dev.godwit.core.json.JsonMembers;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.FieldPath.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is looked at in one place of a row, and below it. Goes over the bytes of a row once. For
/// one thread.
final class Shape {
  /// A check that belongs to a place.
  ///
  /// @param check its number; -1 for a test that every value meets
  private record Placed(int check, boolean needsField, boolean needsValue, ValueTest test) {}

  private final List<Placed> checks = new ArrayList<>();
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final JsonMembers members = new JsonMembers();
  private Field[] inOrder = {};
  private long lengths;
  private @Nullable Shape element;
  private @Nullable JsonItems items;

  /// A field of the object that is in this place.
  private static final class Field {
    private final JsonKey key;
    private final byte[] name;
    private final Shape shape = new Shape();
    private boolean seen;

    private Field(String name) {
      this.key = new JsonKey(name);
      this.name = name.getBytes(StandardCharsets.UTF_8);
    }

    /// Whether a key means this field.
    ///
    /// @param start its first byte, inside its quotes
    private boolean is(byte[] page, int start, int end, boolean escaped) {
      if (escaped) {
        return key.matches(page, start - 1, end + 1);
      }
      int length = name.length;
      return length == end - start
          && (length == 0 || page[end - 1] == name[length - 1])
          && Arrays.equals(page, start, end, name, 0, length);
    }
  }

  /// Adds a check of the field that a path leads to from here.
  void add(List<Step> path, int check, Demand demand) {
    boolean needsValue = demand instanceof Demand.NotNull || demand instanceof Demand.Key;
    Placed placed =
        new Placed(
            check,
            needsValue || demand instanceof Demand.Present,
            needsValue,
            ValueTests.of(demand));
    add(path, placed);
  }

  /// Adds somebody who looks at all values of a field.
  void watch(FieldPath path, ValueTest test) {
    add(path.steps(), new Placed(-1, false, false, test));
  }

  private void add(List<Step> path, Placed placed) {
    if (path.isEmpty()) {
      checks.add(placed);
      return;
    }
    Shape next =
        switch (path.getFirst()) {
          case Step.Key(String name) -> {
            Shape field = fields.computeIfAbsent(name, Field::new).shape;
            inOrder = fields.values().toArray(Field[]::new);
            lengths |= lengthBit(name.getBytes(StandardCharsets.UTF_8).length);
            yield field;
          }
          case Step.Each() -> element();
        };
    next.add(path.subList(1, path.size()), placed);
  }

  private Shape element() {
    Shape known = element;
    if (known == null) {
      known = new Shape();
      element = known;
      items = new JsonItems();
    }
    return known;
  }

  /// Looks at the value in this place.
  void look(byte[] page, int start, int end, Broken broken) {
    JsonKind kind = JsonKind.of(page[start]);
    for (Placed placed : checks) {
      boolean holds =
          kind == JsonKind.NULL ? !placed.needsValue : placed.test.holds(page, start, end, kind);
      if (!holds) {
        broken.add(placed.check);
      }
    }
    if (inOrder.length > 0) {
      fields(page, start, end, kind, broken);
    }
    if (element != null && items != null && kind != JsonKind.NULL) {
      elements(element, items, page, start, end, kind, broken);
    }
  }

  private void fields(byte[] page, int start, int end, JsonKind kind, Broken broken) {
    for (Field field : inOrder) {
      field.seen = false;
    }
    if (kind == JsonKind.OBJECT) {
      int expected = 0;
      members.open(page, start, end);
      while (members.next()) {
        int found = find(page, expected);
        if (found >= 0) {
          expected = found + 1;
          inOrder[found].seen = true;
          inOrder[found].shape.look(page, members.start(), members.end(), broken);
        }
      }
    }
    for (Field field : inOrder) {
      if (!field.seen) {
        field.shape.missing(broken);
      }
    }
  }

  /// Which field the current member is, -1 for none that is looked at. It is likely to follow the
  /// one before.
  private int find(byte[] page, int expected) {
    int start = members.keyStart();
    int end = members.keyEnd();
    boolean escaped = Texts.hasEscape(page, start, end);
    if (!escaped && (lengths & lengthBit(end - start)) == 0) {
      return -1;
    }
    for (int i = expected; i < inOrder.length; i++) {
      if (inOrder[i].is(page, start, end, escaped)) {
        return i;
      }
    }
    for (int i = 0; i < expected; i++) {
      if (inOrder[i].is(page, start, end, escaped)) {
        return i;
      }
    }
    return -1;
  }

  /// A bit for each length of names; those from 63 bytes share one.
  private static long lengthBit(int length) {
    return 1L << Math.min(length, Long.SIZE - 1);
  }

  private static void elements(
      Shape element,
      JsonItems items,
      byte[] page,
      int start,
      int end,
      JsonKind kind,
      Broken broken) {
    if (kind != JsonKind.ARRAY) {
      element.missing(broken);
      return;
    }
    items.open(page, start, end);
    while (items.next()) {
      element.look(page, items.start(), items.end(), broken);
    }
  }

  /// Nothing is in this place, nor below it.
  private void missing(Broken broken) {
    for (Placed placed : checks) {
      if (placed.needsField) {
        broken.add(placed.check);
      }
    }
    for (Field field : inOrder) {
      field.shape.missing(broken);
    }
  }
}
