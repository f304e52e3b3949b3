package dev.godwit.core.catalog;

import java.util.Locale;

/// How columns hold objects and arrays.
public enum Nested {
  /// As JSON, whatever is in them.
  JSON,
  /// As the fields that the schema declares, each with a type, where the destination can.
  STRUCT;

  /// The name on command lines and in files: `struct`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
