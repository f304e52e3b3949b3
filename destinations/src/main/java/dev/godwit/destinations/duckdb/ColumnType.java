package dev.godwit.destinations.duckdb;

import org.jspecify.annotations.Nullable;

/// The column types that tables are made of.
enum ColumnType {
  BOOLEAN("BOOLEAN"),
  BIGINT("BIGINT"),
  HUGEINT("HUGEINT"),
  DOUBLE("DOUBLE"),
  DECIMAL("DECIMAL(38,9)"),
  VARCHAR("VARCHAR"),
  TIME("TIME"),
  TIMETZ("TIME WITH TIME ZONE"),
  DATE("DATE"),
  TIMESTAMP("TIMESTAMP"),
  TIMESTAMPTZ("TIMESTAMP WITH TIME ZONE"),
  JSON("JSON");

  /// Digits after the point of a {@link #DECIMAL}.
  static final int DECIMAL_SCALE = 9;

  /// Digits before the point of a {@link #DECIMAL}.
  static final int DECIMAL_WHOLE_DIGITS = 29;

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
  }

  /// The type as DuckDB writes it.
  String sql() {
    return sql;
  }

  /// The type that DuckDB calls so, or null when tables of ours never have it.
  static @Nullable ColumnType ofSql(String sql) {
    for (ColumnType type : values()) {
      if (type.sql.equals(sql)) {
        return type;
      }
    }
    return null;
  }

  /// The narrowest type that holds every value of both.
  ColumnType join(ColumnType other) {
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
