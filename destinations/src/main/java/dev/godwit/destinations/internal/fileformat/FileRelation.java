package dev.godwit.destinations.internal.fileformat;

import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.duckdb.DuckDbDialect;
import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import dev.godwit.destinations.internal.table.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Files as DuckDB reads them: the columns that every table has and those of the rows, each with
/// its type, also where older files have another one or none.
///
/// @param columns of all files together
public record FileRelation(FileFormat format, List<Column> columns) {
  /// Bytes of the longest line that is read.
  private static final int LONGEST = 64 << 20;

  /// A query over files.
  ///
  /// @param files of this machine, at least one
  public String select(List<String> files) {
    String names =
        types().entrySet().stream()
            .map(column -> {
              String name = Quoting.name(column.getKey());
              String type = DuckDbDialect.INSTANCE.type(column.getValue());
              return "cast(%s as %s) as %1$s".formatted(name, type);
            })
            .collect(Collectors.joining(", "));
    return "select %s from (from %s union all by name select %s where false)"
        .formatted(names, read(files), nothing());
  }

  /// All columns without a value, since older files lack some.
  private String nothing() {
    return types().keySet().stream()
        .map(name -> "null as " + Quoting.name(name))
        .collect(Collectors.joining(", "));
  }

  private String read(List<String> files) {
    String list = files.stream().map(Quoting::text).collect(Collectors.joining(", ", "[", "]"));
    return switch (format) {
      case PARQUET ->
          "read_parquet(%s, union_by_name = true, hive_partitioning = false)".formatted(list);
      case JSONL ->
          """
          read_json(%s, format = 'newline_delimited', auto_detect = false,
            hive_partitioning = false, maximum_object_size = %d, columns = {%s})\
          """
              .formatted(list, LONGEST, columnTypes());
      case CSV ->
          """
          read_csv(%s, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"',
            nullstr = '', allow_quoted_nulls = false, union_by_name = true,
            hive_partitioning = false, max_line_size = %d)\
          """
              .formatted(list, LONGEST);
      case AVRO -> throw new IllegalArgumentException("DuckDB reads no Avro");
    };
  }

  private String columnTypes() {
    return types().entrySet().stream()
        .map(column -> {
          String type = DuckDbDialect.INSTANCE.type(column.getValue());
          return Quoting.name(column.getKey()) + ": " + Quoting.text(type);
        })
        .collect(Collectors.joining(", "));
  }

  /// All columns with their types.
  private Map<String, ValueType> types() {
    Map<String, ValueType> types = new LinkedHashMap<>();
    types.put(TableShape.RAW_ID, new ValueType.Plain(FieldType.VARCHAR));
    types.put(TableShape.EXTRACTED_AT, new ValueType.Plain(FieldType.TIMESTAMPTZ));
    types.put(TableShape.META, ValueType.Plain.JSON);
    types.put(TableShape.GENERATION_ID, new ValueType.Plain(FieldType.BIGINT));
    columns.forEach(column -> types.put(column.name(), column.value()));
    return types;
  }
}
