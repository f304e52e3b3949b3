package dev.godwit.destinations.internal.table;

import dev.godwit.core.schema.FieldType;

/// A column that holds one field of a stream's rows.
///
/// @param key the field's key in rows
/// @param name the column's name, which differs from the key only where keys collide
public record Column(String key, String name, FieldType type) {
  Column as(FieldType otherType) {
    return new Column(key, name, otherType);
  }

  /// Whether the column is called otherwise than the field's key.
  boolean isRenamed() {
    return !name.equals(key);
  }
}
