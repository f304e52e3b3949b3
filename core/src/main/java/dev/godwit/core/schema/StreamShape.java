package dev.godwit.core.schema;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.SyncMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a stream looked like when it landed: kept beside its rows, so that changes are noticed.
///
/// @param fields by key, gone ones among them; empty where the schema tells none
/// @param primaryKey paths of the fields that tell rows apart; empty where nobody tells them apart
/// @param cursor path of the field by which changes are found; empty where everything is read
public record StreamShape(
    Map<String, Field> fields, List<List<String>> primaryKey, List<String> cursor) {
  /// A stream of which nobody knows what it looked like.
  public static final StreamShape UNKNOWN = new StreamShape(Map.of(), List.of(), List.of());

  public StreamShape {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    primaryKey = primaryKey.stream().map(List::copyOf).toList();
    cursor = List.copyOf(cursor);
  }

  /// A field of a stream.
  ///
  /// @param nullable whether rows may come without a value
  /// @param gone whether the schema no longer has it, while its column stays
  public record Field(FieldType type, boolean nullable, boolean gone) {
    public Field(FieldType type, boolean nullable) {
      this(type, nullable, false);
    }

    Field asGone() {
      return new Field(type, nullable, true);
    }
  }

  /// The shape of a stream as it is to land.
  public static StreamShape of(ConfiguredStream stream) {
    Map<String, @Nullable Object> schema = stream.stream().jsonSchema();
    Map<String, Field> fields = new LinkedHashMap<>();
    Set<String> required =
        schema.get("required") instanceof List<?> names
            ? names.stream().map(String::valueOf).collect(Collectors.toSet())
            : Set.of();
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((key, property) -> {
        String name = String.valueOf(key);
        boolean nullable = !required.contains(name) || SchemaTypes.isNullable(property);
        fields.put(name, new Field(SchemaTypes.of(property), nullable));
      });
    }
    return new StreamShape(
        fields,
        stream.writeMode().needsKey() ? stream.primaryKey() : List.of(),
        stream.syncMode() == SyncMode.INCREMENTAL ? stream.cursorField() : List.of());
  }

  StreamShape with(Map<String, Field> others) {
    return new StreamShape(others, primaryKey, cursor);
  }

  StreamShape withKey(List<List<String>> other) {
    return new StreamShape(fields, other, cursor);
  }
}
