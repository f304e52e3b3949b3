package dev.godwit.mapping.internal.sql;

import dev.godwit.core.json.JsonKind;
import dev.godwit.mapping.internal.schema.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The types that fields have in expressions.
enum SqlType {
  BOOLEAN("BOOLEAN"),
  BIGINT("BIGINT"),
  DOUBLE("DOUBLE"),
  DECIMAL("DECIMAL(38,9)"),
  VARCHAR("VARCHAR"),
  DATE("DATE"),
  TIMESTAMP("TIMESTAMP"),
  TIMESTAMPTZ("TIMESTAMPTZ"),
  /// Objects, arrays, and values of several kinds or of none that is known.
  JSON("JSON");

  private final String sql;

  SqlType(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }

  /// The type of a field.
  static SqlType of(Map<String, @Nullable Object> schema) {
    Set<JsonKind> kinds = Types.kinds(schema);
    if (kinds.size() != 1) {
      return JSON;
    }
    String airbyteType = schema.get("airbyte_type") instanceof String text ? text : "";
    return switch (kinds.iterator().next()) {
      case BOOLEAN -> BOOLEAN;
      case NUMBER -> number(schema, airbyteType);
      case STRING -> text(schema, airbyteType);
      case OBJECT, ARRAY, NULL -> JSON;
    };
  }

  private static SqlType number(Map<String, @Nullable Object> schema, String airbyteType) {
    if (airbyteType.equals("big_number")) {
      return DECIMAL;
    }
    Object type = schema.get("type");
    boolean whole = "integer".equals(type) || (type instanceof List<?> l && !l.contains("number"));
    return whole ? BIGINT : DOUBLE;
  }

  private static SqlType text(Map<String, @Nullable Object> schema, String airbyteType) {
    if ("date".equals(schema.get("format"))) {
      return DATE;
    }
    if (airbyteType.equals("timestamp_without_timezone")) {
      return TIMESTAMP;
    }
    return "date-time".equals(schema.get("format")) ? TIMESTAMPTZ : VARCHAR;
  }

  /// Whether a field of this type may have a value of that kind.
  boolean takes(JsonKind kind) {
    return switch (this) {
      case JSON -> true;
      case BOOLEAN -> kind == JsonKind.BOOLEAN;
      case BIGINT, DOUBLE, DECIMAL -> kind == JsonKind.NUMBER;
      case VARCHAR, DATE, TIMESTAMP, TIMESTAMPTZ -> kind == JsonKind.STRING;
    };
  }
}
