package dev.godwit.destinations.internal.sql;

/// Why a table can't be written as a stream asks for it.
public enum Refusal {
  /// The table belongs to somebody else.
  TABLE_TAKEN,
  /// A column has a type that rows do not fit.
  COLUMN_TYPE,
  /// The table keeps versions of its rows, which would be lost.
  HISTORY_KEPT
}
