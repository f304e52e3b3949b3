package dev.godwit.destinations.internal.table;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chooses column types from JSON Schema.
public final class SchemaTypes {
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal SHORTEST = BigDecimal.valueOf(Long.MIN_VALUE);

  private SchemaTypes() {}

  /// The type of a property: one of its own where all its values have one, JSON where they are
  /// mixed, nested or unknown.
  public static ColumnType of(@Nullable Object schema) {
    Set<ColumnType> types = typesOf(schema);
    types.removeIf(type -> type == ColumnType.BIGINT && types.contains(ColumnType.HUGEINT));
    types.removeIf(type -> type == ColumnType.BIGINT && types.contains(ColumnType.DOUBLE));
    return types.size() == 1 ? types.iterator().next() : ColumnType.JSON;
  }

  private static Set<ColumnType> typesOf(@Nullable Object schema) {
    Set<ColumnType> types = EnumSet.noneOf(ColumnType.class);
    if (!(schema instanceof Map<?, ?> map)) {
      types.add(ColumnType.JSON);
      return types;
    }
    Object declared = map.get("type");
    if (declared instanceof List<?> several) {
      several.forEach(one -> addNamed(one, map, types));
    } else if (declared != null) {
      addNamed(declared, map, types);
    } else {
      addUndeclared(map, types);
    }
    return types;
  }

  private static void addUndeclared(Map<?, ?> schema, Set<ColumnType> types) {
    for (String union : List.of("anyOf", "oneOf", "allOf")) {
      if (schema.get(union) instanceof List<?> branches) {
        branches.forEach(branch -> types.addAll(typesOf(branch)));
        return;
      }
    }
    boolean onlyTexts =
        schema.get("enum") instanceof List<?> values
            && values.stream().allMatch(value -> value == null || value instanceof String);
    types.add(onlyTexts ? ColumnType.VARCHAR : ColumnType.JSON);
  }

  private static void addNamed(@Nullable Object name, Map<?, ?> schema, Set<ColumnType> types) {
    String airbyteType = schema.get("airbyte_type") instanceof String text ? text : "";
    if ("string".equals(name)) {
      types.add(textType(schema.get("format"), airbyteType));
    } else if ("integer".equals(name)) {
      types.add(integerType(schema, airbyteType));
    } else if ("number".equals(name)) {
      types.add(numberType(airbyteType));
    } else if ("boolean".equals(name)) {
      types.add(ColumnType.BOOLEAN);
    } else if (!"null".equals(name)) {
      types.add(ColumnType.JSON);
    }
  }

  private static ColumnType textType(@Nullable Object format, String airbyteType) {
    return switch (airbyteType) {
      case "big_integer" -> ColumnType.HUGEINT;
      case "big_number" -> ColumnType.DECIMAL;
      case "timestamp_with_timezone" -> ColumnType.TIMESTAMPTZ;
      case "timestamp_without_timezone" -> ColumnType.TIMESTAMP;
      case "time_with_timezone" -> ColumnType.TIMETZ;
      case "time_without_timezone" -> ColumnType.TIME;
      default -> formatType(format);
    };
  }

  private static ColumnType formatType(@Nullable Object format) {
    if ("date".equals(format)) {
      return ColumnType.DATE;
    }
    if ("date-time".equals(format)) {
      return ColumnType.TIMESTAMPTZ;
    }
    return "time".equals(format) ? ColumnType.TIME : ColumnType.VARCHAR;
  }

  private static ColumnType integerType(Map<?, ?> schema, String airbyteType) {
    boolean huge =
        airbyteType.equals("big_integer")
            || exceeds(schema.get("maximum"), LONGEST)
            || exceeds(schema.get("minimum"), SHORTEST);
    return huge ? ColumnType.HUGEINT : ColumnType.BIGINT;
  }

  private static boolean exceeds(@Nullable Object bound, BigDecimal limit) {
    if (!(bound instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      return false;
    }
    int comparison = new BigDecimal(bound.toString()).compareTo(limit);
    return limit.signum() > 0 ? comparison > 0 : comparison < 0;
  }

  private static ColumnType numberType(String airbyteType) {
    return switch (airbyteType) {
      case "integer" -> ColumnType.BIGINT;
      case "big_integer" -> ColumnType.HUGEINT;
      case "big_number" -> ColumnType.DECIMAL;
      default -> ColumnType.DOUBLE;
    };
  }
}
