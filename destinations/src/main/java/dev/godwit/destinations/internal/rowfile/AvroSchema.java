package dev.godwit.destinations.internal.rowfile;

import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Avro files say about their rows.
final class AvroSchema {
  /// Digits of a {@link FieldType#DECIMAL}.
  private static final long PRECISION =
      FieldType.DECIMAL_WHOLE_DIGITS + (long) FieldType.DECIMAL_SCALE;

  private AvroSchema() {}

  /// A name that Avro allows: letters, digits and underscores, no digit first.
  static String fitted(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
    return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
  }

  /// The schema of the rows of a shape.
  ///
  /// @param record what one row is called
  static String text(String record, TableShape shape) {
    List<@Nullable Object> fields = new ArrayList<>();
    fields.add(field(TableShape.RAW_ID, "string"));
    fields.add(field(TableShape.EXTRACTED_AT, logical("long", "timestamp-micros")));
    fields.add(field(TableShape.META, "string"));
    fields.add(field(TableShape.GENERATION_ID, "long"));
    for (Column column : shape.columns()) {
      Map<String, @Nullable Object> field =
          field(column.name(), Arrays.asList("null", type(column.type())));
      field.put("default", null);
      if (!column.name().equals(column.key())) {
        field.put("doc", column.key());
      }
      fields.add(field);
    }
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", "record");
    schema.put("name", fitted(record));
    schema.put("fields", fields);
    return JsonWriter.text(schema);
  }

  private static Map<String, @Nullable Object> field(String name, Object type) {
    Map<String, @Nullable Object> field = new LinkedHashMap<>();
    field.put("name", name);
    field.put("type", type);
    return field;
  }

  private static Object type(FieldType type) {
    return switch (type) {
      case BOOLEAN -> "boolean";
      case BIGINT -> "long";
      case DOUBLE -> "double";
      case DECIMAL -> {
        Map<String, @Nullable Object> decimal = logical("bytes", "decimal");
        decimal.put("precision", PRECISION);
        decimal.put("scale", (long) FieldType.DECIMAL_SCALE);
        yield decimal;
      }
      case DATE -> logical("int", "date");
      case TIME -> logical("long", "time-micros");
      case TIMESTAMP -> logical("long", "local-timestamp-micros");
      case TIMESTAMPTZ -> logical("long", "timestamp-micros");
      case JSON -> logical("string", "json");
      case HUGEINT, VARCHAR, TIMETZ -> "string";
    };
  }

  private static Map<String, @Nullable Object> logical(String type, String meaning) {
    Map<String, @Nullable Object> logical = new LinkedHashMap<>();
    logical.put("type", type);
    logical.put("logicalType", meaning);
    return logical;
  }
}
