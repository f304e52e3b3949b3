package dev.godwit.destinations.internal.table;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Nested;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.schema.FieldType;
import dev.godwit.core.schema.SchemaTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns for a stream's rows, without those that every table has.
///
/// @param times columns of Godwit's that say when rows held; none for most streams
/// @param wholeRow whether there is one column only, which holds the row as JSON
public record TableShape(List<Column> columns, List<String> times, boolean wholeRow) {
  public static final String RAW_ID = "_airbyte_raw_id";
  public static final String EXTRACTED_AT = "_airbyte_extracted_at";
  public static final String META = "_airbyte_meta";
  public static final String GENERATION_ID = "_airbyte_generation_id";
  public static final String DATA = "_airbyte_data";
  public static final String VALID_FROM = "_godwit_valid_from";
  public static final String VALID_TO = "_godwit_valid_to";
  public static final String DELETED_AT = "_godwit_deleted_at";

  /// When a staged row was read.
  public static final String EMITTED_AT = "_godwit_at";

  /// What was changed to make a staged row fit.
  public static final String CHANGES = "_godwit_changes";

  /// The columns that every table has and every row fills.
  public static final List<String> OWN_COLUMNS = List.of(RAW_ID, EXTRACTED_AT, META, GENERATION_ID);

  /// Names that no field's column may have.
  public static final List<String> RESERVED =
      Stream.concat(
              OWN_COLUMNS.stream(),
              Stream.of(EMITTED_AT, CHANGES, VALID_FROM, VALID_TO, DELETED_AT))
          .toList();

  public TableShape {
    columns = List.copyOf(columns);
    times = List.copyOf(times);
  }

  /// One column for each property of the stream's schema, and for the fields of its key and cursor;
  /// one for the whole row where the schema has no properties.
  ///
  /// @param fitted makes a column name one that the database takes as it is
  /// @param present names of the columns that the table has already
  /// @param structs whether the database has columns with parts
  public static TableShape of(
      ConfiguredStream stream,
      UnaryOperator<String> fitted,
      Collection<String> present,
      boolean structs) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    if (stream.stream().jsonSchema().get("properties") instanceof Map<?, ?> declared) {
      declared.forEach((key, schema) -> properties.put(String.valueOf(key), schema));
    }
    if (properties.isEmpty()) {
      return new TableShape(
          List.of(new Column(DATA, DATA, FieldType.JSON)), times(stream.writeMode()), true);
    }
    Stream.concat(stream.primaryKey().stream(), Stream.of(stream.cursorField()))
        .filter(path -> !path.isEmpty())
        .forEach(path -> properties.putIfAbsent(path.getFirst(), Map.of()));
    Set<String> whole = new HashSet<>();
    Stream.concat(stream.primaryKey().stream(), Stream.of(stream.cursorField()))
        .filter(path -> path.size() > 1)
        .forEach(path -> whole.add(path.getFirst()));
    List<Column> columns = new ArrayList<>();
    ColumnNames.of(properties.keySet(), RESERVED, fitted, present)
        .forEach((key, name) -> {
          ValueType plain = new ValueType.Plain(SchemaTypes.of(properties.get(key)));
          ValueType declared =
              structs && !whole.contains(key) ? DeclaredTypes.of(properties.get(key)) : plain;
          ValueType value = stream.nested() == Nested.STRUCT ? declared : plain;
          columns.add(new Column(key, name, value, declared));
        });
    return new TableShape(columns, times(stream.writeMode()), false);
  }

  private static List<String> times(WriteMode mode) {
    return switch (mode) {
      case APPEND, OVERWRITE, APPEND_DEDUP, OVERWRITE_DEDUP, UPDATE -> List.of();
      case SOFT_DELETE -> List.of(DELETED_AT);
      case HISTORY -> List.of(VALID_FROM, VALID_TO);
    };
  }

  /// This shape for a table whose rows only wait for their place.
  public TableShape withoutTimes() {
    return new TableShape(columns, List.of(), wholeRow);
  }

  /// This shape with types that also hold what a table already has.
  ///
  /// @param existing types by folded column name
  /// @param folded makes names equal that the database takes for the same
  public TableShape joined(Map<String, ValueType> existing, UnaryOperator<String> folded) {
    return new TableShape(
        columns.stream()
            .map(column -> {
              ValueType present = existing.get(folded.apply(column.name()));
              return present == null ? column : column.over(present);
            })
            .toList(),
        times,
        wholeRow);
  }

  /// Whether rows have to be written anew: their fields have other names than the columns, or parts
  /// of their own to be looked at.
  public boolean rewrites() {
    return columns.stream().anyMatch(column -> column.isRenamed() || column.value().isNested());
  }

  /// The types of the columns by the keys of their fields.
  public Map<String, FieldType> types() {
    Map<String, FieldType> types = new HashMap<>();
    columns.forEach(column -> types.put(column.key(), column.type()));
    return types;
  }

  /// The column that holds a field, or null when no column does.
  public @Nullable Column column(String key) {
    return columns.stream().filter(column -> column.key().equals(key)).findFirst().orElse(null);
  }
}
