package dev.godwit.destinations.duckdb;

import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.ColumnType;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.List;
import java.util.stream.Collectors;

/// A field of a row as SQL, wherever it lies: in a column of its own, inside a JSON column, or in
/// the whole row.
///
/// @param column the column that holds it
/// @param path keys inside the column; empty for the column itself
record FieldExpression(Column column, List<String> path) {
  static FieldExpression of(TableShape shape, List<String> path) {
    if (shape.wholeRow()) {
      return new FieldExpression(shape.columns().getFirst(), path);
    }
    Column column = shape.column(path.getFirst());
    if (column == null) {
      throw new IllegalArgumentException("no column holds " + path);
    }
    return new FieldExpression(column, path.subList(1, path.size()));
  }

  /// The value in a row of the table called `alias`; text where it lies inside JSON.
  String in(String alias) {
    String value = alias + "." + Quoting.name(column.name());
    if (path.isEmpty()) {
      return value;
    }
    String json = column.type() == ColumnType.JSON ? value : "try_cast(" + value + " as json)";
    return "json_extract_string(" + json + ", " + Quoting.text(pointer()) + ")";
  }

  /// What orders rows by this value, newest first, rows without it last.
  String newestFirst(String alias) {
    return ordered(alias).stream()
        .map(value -> value + " desc nulls last")
        .collect(Collectors.joining(", "));
  }

  /// Whether the row called `newer` comes after the row called `older`; rows without the value come
  /// before all others.
  String isAfter(String newer, String older) {
    String newerOrder = String.join(", ", ordered(newer));
    String olderOrder = String.join(", ", ordered(older));
    return "(%1$s is not null and (%2$s is null or row(%3$s) > row(%4$s)))"
        .formatted(in(newer), in(older), newerOrder, olderOrder);
  }

  /// Values that order rows, the first one first. Inside JSON, numbers count as numbers and come
  /// before texts.
  private List<String> ordered(String alias) {
    if (path.isEmpty() && column.type() != ColumnType.JSON) {
      return List.of(in(alias));
    }
    String text = "(" + in(alias) + ")::varchar";
    return List.of(
        "case when %1$s is not null then coalesce(try_cast(%1$s as double), 'infinity') end"
            .formatted(text),
        text);
  }

  /// The path inside the column as a JSON pointer.
  private String pointer() {
    return path.stream()
        .map(key -> "/" + key.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }
}
