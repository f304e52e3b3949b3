package dev.godwit.destinations.duckdb;

import java.time.Instant;

/// Puts names and texts into SQL.
final class Quoting {
  private Quoting() {}

  /// A name of a table or column.
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// A time.
  static String instant(Instant time) {
    return "make_timestamptz(" + Math.multiplyExact(time.toEpochMilli(), 1000L) + ")";
  }

  /// A text value.
  static String text(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
