package dev.godwit.core.schema;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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
  public static FieldType of(@Nullable Object schema) {
    Set<FieldType> types = typesOf(schema);
    types.removeIf(type -> type == FieldType.BIGINT && types.contains(FieldType.HUGEINT));
    types.removeIf(type -> type == FieldType.BIGINT && types.contains(FieldType.DOUBLE));
    return types.size() == 1 ? types.iterator().next() : FieldType.JSON;
  }

  /// Whether a property allows null, or says nothing about it.
  public static boolean isNullable(@Nullable Object schema) {
    if (!(schema instanceof Map<?, ?> map)) {
      return true;
    }
    Object declared = map.get("type");
    return declared instanceof List<?> several ? several.contains("null") : declared == null;
  }

  /// A property whose values have a type.
  public static Map<String, @Nullable Object> property(FieldType type) {
    Map<String, @Nullable Object> property = new LinkedHashMap<>();
    switch (type) {
      case BOOLEAN -> property.put("type", "boolean");
      case BIGINT -> property.put("type", "integer");
      case HUGEINT -> put(property, "integer", "airbyte_type", "big_integer");
      case DOUBLE -> property.put("type", "number");
      case DECIMAL -> put(property, "number", "airbyte_type", "big_number");
      case VARCHAR -> property.put("type", "string");
      case TIME -> put(property, "string", "airbyte_type", "time_without_timezone");
      case TIMETZ -> put(property, "string", "airbyte_type", "time_with_timezone");
      case DATE -> put(property, "string", "format", "date");
      case TIMESTAMP -> put(property, "string", "airbyte_type", "timestamp_without_timezone");
      case TIMESTAMPTZ -> put(property, "string", "airbyte_type", "timestamp_with_timezone");
      case JSON -> {}
    }
    return property;
  }

  private static void put(
      Map<String, @Nullable Object> property, String type, String key, String value) {
    property.put("type", type);
    property.put(key, value);
  }

  private static Set<FieldType> typesOf(@Nullable Object schema) {
    Set<FieldType> types = EnumSet.noneOf(FieldType.class);
    if (!(schema instanceof Map<?, ?> map)) {
      types.add(FieldType.JSON);
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

  private static void addUndeclared(Map<?, ?> schema, Set<FieldType> types) {
    for (String union : List.of("anyOf", "oneOf", "allOf")) {
      if (schema.get(union) instanceof List<?> branches) {
        branches.forEach(branch -> types.addAll(typesOf(branch)));
        return;
      }
    }
    boolean onlyTexts =
        schema.get("enum") instanceof List<?> values
            && values.stream().allMatch(value -> value == null || value instanceof String);
    types.add(onlyTexts ? FieldType.VARCHAR : FieldType.JSON);
  }

  private static void addNamed(@Nullable Object name, Map<?, ?> schema, Set<FieldType> types) {
    String airbyteType = schema.get("airbyte_type") instanceof String text ? text : "";
    if ("string".equals(name)) {
      types.add(textType(schema.get("format"), airbyteType));
    } else if ("integer".equals(name)) {
      types.add(integerType(schema, airbyteType));
    } else if ("number".equals(name)) {
      types.add(numberType(airbyteType));
    } else if ("boolean".equals(name)) {
      types.add(FieldType.BOOLEAN);
    } else if (!"null".equals(name)) {
      types.add(FieldType.JSON);
    }
  }

  private static FieldType textType(@Nullable Object format, String airbyteType) {
    return switch (airbyteType) {
      case "big_integer" -> FieldType.HUGEINT;
      case "big_number" -> FieldType.DECIMAL;
      case "timestamp_with_timezone" -> FieldType.TIMESTAMPTZ;
      case "timestamp_without_timezone" -> FieldType.TIMESTAMP;
      case "time_with_timezone" -> FieldType.TIMETZ;
      case "time_without_timezone" -> FieldType.TIME;
      default -> formatType(format);
    };
  }

  private static FieldType formatType(@Nullable Object format) {
    if ("date".equals(format)) {
      return FieldType.DATE;
    }
    if ("date-time".equals(format)) {
      return FieldType.TIMESTAMPTZ;
    }
    return "time".equals(format) ? FieldType.TIME : FieldType.VARCHAR;
  }

  private static FieldType integerType(Map<?, ?> schema, String airbyteType) {
    boolean huge =
        airbyteType.equals("big_integer")
            || exceeds(schema.get("maximum"), LONGEST)
            || exceeds(schema.get("minimum"), SHORTEST);
    return huge ? FieldType.HUGEINT : FieldType.BIGINT;
  }

  private static boolean exceeds(@Nullable Object bound, BigDecimal limit) {
    if (!(bound instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      return false;
    }
    int comparison = new BigDecimal(bound.toString()).compareTo(limit);
    return limit.signum() > 0 ? comparison > 0 : comparison < 0;
  }

  private static FieldType numberType(String airbyteType) {
    return switch (airbyteType) {
      case "integer" -> FieldType.BIGINT;
      case "big_integer" -> FieldType.HUGEINT;
      case "big_number" -> FieldType.DECIMAL;
      default -> FieldType.DOUBLE;
    };
  }
}
