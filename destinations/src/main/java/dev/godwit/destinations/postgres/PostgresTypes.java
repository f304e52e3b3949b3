package dev.godwit.destinations.postgres;

import dev.godwit.core.schema.FieldType;
import org.jspecify.annotations.Nullable;

/// Postgres' types.
final class PostgresTypes {
  private PostgresTypes() {}

  /// The type as Postgres writes it.
  static String name(FieldType type) {
    return switch (type) {
      case BOOLEAN -> "boolean";
      case BIGINT -> "bigint";
      case HUGEINT -> "numeric(39,0)";
      case DOUBLE -> "double precision";
      case DECIMAL -> "numeric(38,9)";
      case VARCHAR -> "text";
      case TIME -> "time without time zone";
      case TIMETZ -> "time with time zone";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp without time zone";
      case TIMESTAMPTZ -> "timestamp with time zone";
      case JSON -> "jsonb";
    };
  }

  /// What a column of the type that Postgres calls so holds; null when tables of ours never have
  /// it.
  static @Nullable FieldType of(String name) {
    for (FieldType type : FieldType.values()) {
      if (name(type).equals(name)) {
        return type;
      }
    }
    return null;
  }
}
