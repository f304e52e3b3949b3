package dev.godwit.mapping.rule;

/// What values can be cast to.
public enum CastType {
  STRING,
  INTEGER,
  /// A number in double precision.
  NUMBER,
  /// A number that keeps all its digits.
  DECIMAL,
  BOOLEAN,
  DATE,
  /// A point in time, with its offset from UTC.
  TIMESTAMP,
  /// The value that a text holds as JSON.
  JSON
}
