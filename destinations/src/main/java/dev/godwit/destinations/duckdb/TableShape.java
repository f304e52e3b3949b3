package dev.godwit.destinations.duckdb;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.WriteMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns for a stream's rows, without those that every table has.
///
/// @param times columns of Godwit's that say when rows held; none for most streams
/// @param wholeRow whether there is one column only, which holds the row as JSON
record TableShape(List<Column> columns, List<String> times, boolean wholeRow) {
  static final String RAW_ID = "_airbyte_raw_id";
  static final String EXTRACTED_AT = "_airbyte_extracted_at";
  static final String META = "_airbyte_meta";
  static final String GENERATION_ID = "_airbyte_generation_id";
  static final String DATA = "_airbyte_data";
  static final String VALID_FROM = "_godwit_valid_from";
  static final String VALID_TO = "_godwit_valid_to";
  static final String DELETED_AT = "_godwit_deleted_at";

  /// The columns that every table has and every row fills, with their SQL types.
  static final Map<String, String> OWN_COLUMNS = ownColumns();

  /// Names that no field's column may have.
  static final List<String> RESERVED =
      Stream.concat(
              OWN_COLUMNS.keySet().stream(),
              Stream.of(
                  StagedLine.EMITTED_AT, StagedLine.CHANGES, VALID_FROM, VALID_TO, DELETED_AT))
          .toList();

  TableShape {
    columns = List.copyOf(columns);
    times = List.copyOf(times);
  }

  private static Map<String, String> ownColumns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put(RAW_ID, "UUID");
    columns.put(EXTRACTED_AT, ColumnType.TIMESTAMPTZ.sql());
    columns.put(META, ColumnType.JSON.sql());
    columns.put(GENERATION_ID, ColumnType.BIGINT.sql());
    return columns;
  }

  /// One column for each property of the stream's schema, and for the fields of its key and cursor;
  /// one for the whole row where the schema has no properties.
  static TableShape of(ConfiguredStream stream) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    if (stream.stream().jsonSchema().get("properties") instanceof Map<?, ?> declared) {
      declared.forEach((key, schema) -> properties.put(String.valueOf(key), schema));
    }
    if (properties.isEmpty()) {
      return new TableShape(
          List.of(new Column(DATA, DATA, ColumnType.JSON)), times(stream.writeMode()), true);
    }
    Stream.concat(stream.primaryKey().stream(), Stream.of(stream.cursorField()))
        .filter(path -> !path.isEmpty())
        .forEach(path -> properties.putIfAbsent(path.getFirst(), Map.of()));
    List<Column> columns = new ArrayList<>();
    ColumnNames.of(properties.keySet(), RESERVED)
        .forEach(
            (key, name) -> columns.add(new Column(key, name, SchemaTypes.of(properties.get(key)))));
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
  TableShape withoutTimes() {
    return new TableShape(columns, List.of(), wholeRow);
  }

  /// This shape with types that also hold what a table already has.
  ///
  /// @param existing types by column name in lower case
  TableShape joined(Map<String, ColumnType> existing) {
    return new TableShape(
        columns.stream()
            .map(column -> {
              ColumnType present = existing.get(column.name().toLowerCase(Locale.ROOT));
              return present == null ? column : column.as(column.type().join(present));
            })
            .toList(),
        times,
        wholeRow);
  }

  /// Whether rows must be rewritten before DuckDB can read them.
  boolean hasRenamedColumns() {
    return columns.stream().anyMatch(Column::isRenamed);
  }

  /// The column that holds a field, or null when no column does.
  @Nullable Column column(String key) {
    return columns.stream().filter(column -> column.key().equals(key)).findFirst().orElse(null);
  }
}
