package dev.godwit.destinations.duckdb;

import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SQL that reads staged lines as the columns of a table.
///
/// @param generation number of the refresh that the rows belong to
record LoadSql(TableShape shape, long generation) {
  /// DuckDB reads in steps of twice this size, one a thread.
  private static final int LEAST_OBJECT_SIZE = 2 << 20;

  /// The columns of the table that rows fill, in the order of {@link #select}.
  String columns() {
    return Stream.concat(
            TableShape.OWN_COLUMNS.stream().map(Quoting::name),
            shape.columns().stream().map(column -> Quoting.name(column.name())))
        .collect(Collectors.joining(", "));
  }

  /// Sets the columns of `target` to what `row` has; where that has nothing, they stay.
  String assignments(String target, String row) {
    return Stream.concat(
            TableShape.OWN_COLUMNS.stream()
                .map(own -> "%s = %s.%1$s".formatted(Quoting.name(own), row)),
            shape.columns().stream()
                .map(column ->
                    "%s = coalesce(%s.%1$s, %s.%1$s)"
                        .formatted(Quoting.name(column.name()), row, target)))
        .collect(Collectors.joining(", "));
  }

  /// The rows of a load, in their order.
  String select(Load load) {
    String emittedAt = Quoting.name(TableShape.EMITTED_AT);
    String own =
        "uuid() as %s, make_timestamptz(%s * 1000) as %s, %s::json as %s, %d::bigint as %s"
            .formatted(
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
    return "select " + own + ", " + fields + " from " + read(load);
  }

  private static String meta(Load load) {
    String changes = Quoting.name(TableShape.CHANGES);
    return load.hasChanges()
        ? "('{\"changes\":' || coalesce(" + changes + "::varchar, '[]') || '}')"
        : "'{\"changes\":[]}'";
  }

  private String read(Load load) {
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
          .append(": '")
          .append(DuckDbTypes.name(column.type()))
          .append("'");
    }
    return """
    read_json([%s], format = 'newline_delimited', compression = 'uncompressed',
      auto_detect = false, hive_partitioning = false, maximum_object_size = %d,
      columns = {%s})\
    """
        .formatted(files, Math.max(LEAST_OBJECT_SIZE, load.longestRow()), columns);
  }
}
