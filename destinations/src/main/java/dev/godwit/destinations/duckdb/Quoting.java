package dev.godwit.destinations.duckdb;

/// Puts names and texts into SQL.
final class Quoting {
  private Quoting() {}

  /// A name of a table or column.
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// A text value.
  static String text(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
