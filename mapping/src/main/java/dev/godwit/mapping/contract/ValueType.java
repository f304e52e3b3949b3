package dev.godwit.mapping.contract;

import java.util.Locale;

/// What a contract lets a value be.
public enum ValueType {
  STRING,
  /// A number without a fraction; `1.0` is one.
  INTEGER,
  NUMBER,
  BOOLEAN,
  OBJECT,
  ARRAY,
  /// A day in ISO 8601, as text.
  DATE,
  /// A point in time in ISO 8601, as text: a day, a time, and perhaps an offset.
  TIMESTAMP;

  /// The name in files.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
