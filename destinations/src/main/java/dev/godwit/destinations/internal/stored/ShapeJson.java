package dev.godwit.destinations.internal.stored;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldType;
import dev.godwit.core.schema.StreamShape;
import dev.godwit.core.schema.StreamShape.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a stream looked like, as the state table holds it.
public final class ShapeJson {
  private static final String FIELDS = "fields";
  private static final String PRIMARY_KEY = "primary_key";
  private static final String CURSOR = "cursor";
  private static final String TYPE = "type";
  private static final String NULLABLE = "nullable";
  private static final String GONE = "gone";

  private ShapeJson() {}

  public static String write(StreamShape shape) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    shape
        .fields()
        .forEach((key, field) -> {
          Map<String, @Nullable Object> json = new LinkedHashMap<>();
          json.put(TYPE, field.type().name());
          if (!field.nullable()) {
            json.put(NULLABLE, false);
          }
          if (field.gone()) {
            json.put(GONE, true);
          }
          fields.put(key, json);
        });
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(FIELDS, fields);
    json.put(PRIMARY_KEY, shape.primaryKey());
    json.put(CURSOR, shape.cursor());
    return JsonWriter.text(json);
  }

  /// What was written, or null where it makes no sense: changes are then not noticed once.
  public static @Nullable StreamShape read(String text) {
    try {
      return JsonParser.STRICT.parse(text) instanceof Map<?, ?> json
              && json.get(FIELDS) instanceof Map<?, ?> fields
              && json.get(PRIMARY_KEY) instanceof List<?> key
              && json.get(CURSOR) instanceof List<?> cursor
          ? new StreamShape(
              fields(fields), key.stream().map(ShapeJson::path).toList(), path(cursor))
          : null;
    } catch (GodwitException | IllegalArgumentException e) {
      return null;
    }
  }

  private static Map<String, Field> fields(Map<?, ?> json) {
    Map<String, Field> fields = new LinkedHashMap<>();
    json.forEach((key, value) -> {
      if (value instanceof Map<?, ?> field) {
        fields.put(
            String.valueOf(key),
            new Field(
                FieldType.valueOf(String.valueOf(field.get(TYPE))),
                !Boolean.FALSE.equals(field.get(NULLABLE)),
                Boolean.TRUE.equals(field.get(GONE))));
      }
    });
    return fields;
  }

  private static List<String> path(@Nullable Object json) {
    return json instanceof List<?> keys ? keys.stream().map(String::valueOf).toList() : List.of();
  }
}
