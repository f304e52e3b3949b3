package dev.godwit.destinations.duckdb;

/// A column that holds one field of a stream's rows.
///
/// @param key the field's key in rows
/// @param name the column's name, which differs from the key only where keys collide
record Column(String key, String name, ColumnType type) {
  Column as(ColumnType otherType) {
    return new Column(key, name, otherType);
  }

  /// Whether rows must be rewritten because DuckDB cannot find the field by its key.
  boolean isRenamed() {
    return !name.equals(key);
  }

  String sql() {
    return Quoting.name(name);
  }
}
