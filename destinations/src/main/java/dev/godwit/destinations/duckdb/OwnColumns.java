package dev.godwit.destinations.duckdb;

import dev.godwit.destinations.internal.table.ColumnType;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.LinkedHashMap;
import java.util.Map;

/// The columns that every table has.
final class OwnColumns {
  /// Types by name, in the order of the columns.
  static final Map<String, String> TYPES = types();

  private OwnColumns() {}

  private static Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put(TableShape.RAW_ID, "UUID");
    types.put(TableShape.EXTRACTED_AT, DuckDbTypes.name(ColumnType.TIMESTAMPTZ));
    types.put(TableShape.META, DuckDbTypes.name(ColumnType.JSON));
    types.put(TableShape.GENERATION_ID, DuckDbTypes.name(ColumnType.BIGINT));
    return types;
  }
}
