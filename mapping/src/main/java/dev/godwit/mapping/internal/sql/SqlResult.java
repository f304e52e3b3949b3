package dev.godwit.mapping.internal.sql;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.internal.schema.Types;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a result of one of DuckDB's types becomes JSON.
enum SqlResult {
  BOOLEAN,
  INTEGER,
  NUMBER,
  DECIMAL,
  TEXT,
  DATE,
  TIMESTAMP,
  TIMESTAMPTZ,
  /// Objects, arrays and what DuckDB calls JSON.
  JSON;

  /// The form of results of a type that DuckDB calls so.
  static SqlResult of(String type) {
    return switch (type) {
      case "BOOLEAN" -> BOOLEAN;
      case "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT" ->
          INTEGER;
      case "FLOAT", "DOUBLE" -> NUMBER;
      case "DATE" -> DATE;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> TIMESTAMP;
      case "TIMESTAMP WITH TIME ZONE" -> TIMESTAMPTZ;
      case "JSON" -> JSON;
      default -> {
        boolean nested = type.endsWith("]") || type.matches("(?s)(STRUCT|MAP|UNION|VARIANT)\\b.*");
        yield type.startsWith("DECIMAL") ? DECIMAL : nested ? JSON : TEXT;
      }
    };
  }

  /// SQL for the text of a value.
  String text(String value) {
    return switch (this) {
      case BOOLEAN, INTEGER, NUMBER, DECIMAL, TEXT, DATE -> "cast(" + value + " as varchar)";
      case TIMESTAMP -> "replace(cast(" + value + " as varchar), ' ', 'T')";
      case TIMESTAMPTZ -> "replace(replace(cast(" + value + " as varchar), ' ', 'T'), '+00', 'Z')";
      case JSON -> "cast(to_json(" + value + ") as varchar)";
    };
  }

  /// Appends a value as JSON.
  ///
  /// @param text what {@link #text} gave
  /// @return whether JSON has the value; `nan` and `inf` it has not
  boolean write(String text, JsonBuffer target) {
    return switch (this) {
      case BOOLEAN, INTEGER, DECIMAL -> raw(text, target);
      case NUMBER -> !text.endsWith("n") && !text.endsWith("f") && raw(text, target);
      case TEXT, DATE, TIMESTAMP, TIMESTAMPTZ -> {
        JsonWriter.write(text, target);
        yield true;
      }
      case JSON -> {
        JsonWriter.write(JsonParser.STRICT.parse(text), target);
        yield true;
      }
    };
  }

  private static boolean raw(String text, JsonBuffer target) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    target.add(bytes, 0, bytes.length);
    return true;
  }

  /// The schema of the values, any of which may be null.
  Map<String, @Nullable Object> schema() {
    return switch (this) {
      case BOOLEAN -> Types.of("boolean", true);
      case INTEGER -> Types.of("integer", true);
      case NUMBER -> Types.of("number", true);
      case DECIMAL -> Types.of("number", true, "airbyte_type", "big_number");
      case TEXT -> Types.of("string", true);
      case DATE -> Types.of("string", true, "format", "date");
      case TIMESTAMP ->
          Types.of(
              "string", true, "format", "date-time", "airbyte_type", "timestamp_without_timezone");
      case TIMESTAMPTZ ->
          Types.of(
              "string", true, "format", "date-time", "airbyte_type", "timestamp_with_timezone");
      case JSON -> new LinkedHashMap<>();
    };
  }
}
