package dev.godwit.destinations.internal.table;

/// What a column holds. Each database has types of its own for it.
public enum ColumnType {
  BOOLEAN,
  BIGINT,
  HUGEINT,
  DOUBLE,
  DECIMAL,
  VARCHAR,
  TIME,
  TIMETZ,
  DATE,
  TIMESTAMP,
  TIMESTAMPTZ,
  JSON;

  /// Digits after the point of a {@link #DECIMAL}.
  static final int DECIMAL_SCALE = 9;

  /// Digits before the point of a {@link #DECIMAL}.
  static final int DECIMAL_WHOLE_DIGITS = 29;

  /// The narrowest type that holds every value of both.
  public ColumnType join(ColumnType other) {
    if (this == other) {
      return this;
    }
    ColumnType first = compareTo(other) < 0 ? this : other;
    ColumnType second = first == this ? other : this;
    return switch (second) {
      case JSON -> JSON;
      case BOOLEAN, VARCHAR, TIME -> VARCHAR;
      case TIMETZ -> first == TIME ? TIMETZ : VARCHAR;
      case BIGINT, HUGEINT, DOUBLE, DECIMAL -> first == BOOLEAN ? VARCHAR : numeric(first, second);
      case DATE, TIMESTAMP, TIMESTAMPTZ -> first == DATE || first == TIMESTAMP ? second : VARCHAR;
    };
  }

  private static ColumnType numeric(ColumnType first, ColumnType second) {
    if (first == HUGEINT && second == DECIMAL) {
      return VARCHAR;
    }
    return first == DOUBLE ? DOUBLE : second;
  }
}
