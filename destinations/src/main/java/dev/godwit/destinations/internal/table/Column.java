package dev.godwit.destinations.internal.table;

import dev.godwit.core.schema.FieldType;

/// A column that holds one field of a stream's rows.
///
/// @param key the field's key in rows
/// @param name the column's name, which differs from the key only where keys collide
/// @param value what it holds
/// @param declared what the schema declares, of which columns hold the parts on demand only
public record Column(String key, String name, ValueType value, ValueType declared) {
  public Column(String key, String name, FieldType type) {
    this(key, name, new ValueType.Plain(type), new ValueType.Plain(type));
  }

  /// What it holds; JSON where that has parts of its own.
  public FieldType type() {
    return value instanceof ValueType.Plain plain ? plain.type() : FieldType.JSON;
  }

  /// This column where a table has it already. Its form stays: parts where there are parts, JSON
  /// where there is JSON.
  Column over(ValueType present) {
    ValueType both =
        present instanceof ValueType.Plain plain
            ? new ValueType.Plain(type().join(plain.type()))
            : declared.joinedTo(present);
    return new Column(key, name, both, declared);
  }

  /// Whether the column is called otherwise than the field's key.
  boolean isRenamed() {
    return !name.equals(key);
  }
}
