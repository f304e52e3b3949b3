package dev.godwit.core.schema;

/// What a column holds. Each database has types of its own for it.
public enum FieldType {
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
  public static final int DECIMAL_SCALE = 9;

  /// Digits before the point of a {@link #DECIMAL}.
  public static final int DECIMAL_WHOLE_DIGITS = 29;

  /// The narrowest type that holds every value of both.
  public FieldType join(FieldType other) {
    if (this == other) {
      return this;
    }
    FieldType first = compareTo(other) < 0 ? this : other;
    FieldType second = first == this ? other : this;
    return switch (second) {
      case JSON -> JSON;
      case BOOLEAN, VARCHAR, TIME -> VARCHAR;
      case TIMETZ -> first == TIME ? TIMETZ : VARCHAR;
      case BIGINT, HUGEINT, DOUBLE, DECIMAL -> first == BOOLEAN ? VARCHAR : numeric(first, second);
      case DATE, TIMESTAMP, TIMESTAMPTZ -> first == DATE || first == TIMESTAMP ? second : VARCHAR;
    };
  }

  /// Whether values stay what they are when their column gets the other type: an integer as a
  /// decimal number, a date as the beginning of its day. Everything has a text, which is something
  /// else all the same.
  public boolean widensTo(FieldType other) {
    return join(other) == other && other != VARCHAR && other != JSON;
  }

  private static FieldType numeric(FieldType first, FieldType second) {
    if (first == HUGEINT && second == DECIMAL) {
      return VARCHAR;
    }
    return first == DOUBLE ? DOUBLE : second;
  }
}
