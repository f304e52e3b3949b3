package dev.godwit.destinations.internal.duckline;

import dev.godwit.core.schema.FieldType;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// DuckDB's types.
public final class DuckDbTypes {
  private static final Map<String, FieldType> BY_NAME =
      Arrays.stream(FieldType.values())
          .collect(Collectors.toUnmodifiableMap(DuckDbTypes::name, Function.identity()));

  private DuckDbTypes() {}

  /// The type as DuckDB writes it.
  public static String name(FieldType type) {
    return switch (type) {
      case BOOLEAN -> "BOOLEAN";
      case BIGINT -> "BIGINT";
      case HUGEINT -> "HUGEINT";
      case DOUBLE -> "DOUBLE";
      case DECIMAL -> "DECIMAL(38,9)";
      case VARCHAR -> "VARCHAR";
      case TIME -> "TIME";
      case TIMETZ -> "TIME WITH TIME ZONE";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
      case TIMESTAMPTZ -> "TIMESTAMP WITH TIME ZONE";
      case JSON -> "JSON";
    };
  }

  /// What a column of the type that DuckDB calls so holds; null when tables of ours never have it.
  public static @Nullable FieldType of(String name) {
    return BY_NAME.get(name);
  }
}
