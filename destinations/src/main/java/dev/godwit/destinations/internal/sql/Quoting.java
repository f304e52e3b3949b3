package dev.godwit.destinations.internal.sql;

/// Puts names and texts into SQL.
public final class Quoting {
  private Quoting() {}

  /// A name of a table or column.
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// A text value.
  public static String text(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
