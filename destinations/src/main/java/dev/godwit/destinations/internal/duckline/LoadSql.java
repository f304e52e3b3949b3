package dev.godwit.destinations.internal.duckline;

import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.sql.StreamTable;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import dev.godwit.destinations.internal.table.ValueType;
import java.util.function.Function;
import java.util.stream.Collectors;

/// SQL that reads staged lines as the columns of a table.
public final class LoadSql {
  /// DuckDB reads in steps of twice this size, one a thread.
  private static final int LEAST_OBJECT_SIZE = 2 << 20;

  private LoadSql() {}

  /// The rows of a load, in their order.
  public static String select(StreamTable table, Load load) {
    return select(table.shape(), table.generation(), load, "uuid()", TypeText::of);
  }

  /// The rows of a load, in their order.
  ///
  /// @param id makes the id of a row
  /// @param types how the columns' types are written
  public static String select(
      TableShape shape, long generation, Load load, String id, Function<ValueType, String> types) {
    String emittedAt = Quoting.name(TableShape.EMITTED_AT);
    String own =
        "%s as %s, make_timestamptz(%s * 1000) as %s, %s::json as %s, %d::bigint as %s"
            .formatted(
                id,
                TableShape.RAW_ID,
                emittedAt,
                TableShape.EXTRACTED_AT,
                meta(load),
                TableShape.META,
                generation,
                TableShape.GENERATION_ID);
    String fields =
        shape.columns().stream()
            .map(column -> Quoting.name(column.name()))
            .collect(Collectors.joining(", "));
    return "select " + own + ", " + fields + " from " + read(shape, load, types);
  }

  private static String meta(Load load) {
    String changes = Quoting.name(TableShape.CHANGES);
    return load.hasChanges()
        ? "('{\"changes\":' || coalesce(" + changes + "::varchar, '[]') || '}')"
        : "'{\"changes\":[]}'";
  }

  private static String read(TableShape shape, Load load, Function<ValueType, String> types) {
    String files =
        load.files().stream()
            .map(file -> Quoting.text(file.toString()))
            .collect(Collectors.joining(", "));
    StringBuilder columns = new StringBuilder(Quoting.name(TableShape.EMITTED_AT) + ": 'BIGINT'");
    if (load.hasChanges()) {
      columns.append(", ").append(Quoting.name(TableShape.CHANGES)).append(": 'JSON'");
    }
    for (Column column : shape.columns()) {
      columns
          .append(", ")
          .append(Quoting.name(column.name()))
          .append(": ")
          .append(Quoting.text(types.apply(column.value())));
    }
    return """
    read_json([%s], format = 'newline_delimited', compression = 'uncompressed',
      auto_detect = false, hive_partitioning = false, maximum_object_size = %d,
      columns = {%s})\
    """
        .formatted(files, Math.max(LEAST_OBJECT_SIZE, load.longestRow()), columns);
  }
}
