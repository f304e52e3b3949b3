package dev.godwit.destinations.internal.sql;

import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.List;
import java.util.stream.Collectors;

/// A field of a row as SQL, wherever it lies: in a column of its own, inside a JSON column, or in
/// the whole row.
///
/// @param dialect of the database
/// @param column the column that holds it
/// @param path keys inside the column; empty for the column itself
public record FieldExpression(Dialect dialect, Column column, List<String> path) {
  static FieldExpression of(Dialect dialect, TableShape shape, List<String> path) {
    if (shape.wholeRow()) {
      return new FieldExpression(dialect, shape.columns().getFirst(), path);
    }
    Column column = shape.column(path.getFirst());
    if (column == null) {
      throw new IllegalArgumentException("no column holds " + path);
    }
    return new FieldExpression(dialect, column, path.subList(1, path.size()));
  }

  /// The value in a row of the table called `alias`; text where it lies inside JSON.
  String in(String alias) {
    return of(alias + "." + Quoting.name(column.name()));
  }

  /// The value in a row of the only table that is spoken of.
  public String bare() {
    return of(Quoting.name(column.name()));
  }

  /// As {@link #in}, as text where values of the column's type have no order.
  String ordered(String alias) {
    boolean unordered =
        path.isEmpty() && (column.type() == FieldType.JSON || column.type() == FieldType.BOOLEAN);
    return unordered ? in(alias) + "::varchar" : in(alias);
  }

  /// Whether the value may be of any length.
  public boolean isText() {
    return !path.isEmpty() || column.type() == FieldType.VARCHAR || column.type() == FieldType.JSON;
  }

  private String of(String value) {
    return path.isEmpty()
        ? value
        : dialect.field(
            column.value().isNested() ? dialect.json(value) : value, column.type(), path);
  }

  /// What orders rows by this value, newest first, rows without it last.
  String newestFirst(String alias) {
    return ordering(alias).stream()
        .map(value -> value + " desc nulls last")
        .collect(Collectors.joining(", "));
  }

  /// Whether the row called `newer` comes after the row called `older`; rows without the value come
  /// before all others.
  String isAfter(String newer, String older) {
    String newerOrder = String.join(", ", ordering(newer));
    String olderOrder = String.join(", ", ordering(older));
    return "(%1$s is not null and (%2$s is null or row(%3$s) > row(%4$s)))"
        .formatted(in(newer), in(older), newerOrder, olderOrder);
  }

  /// Values that order rows, the first one first. Inside JSON, numbers count as numbers and come
  /// before texts.
  private List<String> ordering(String alias) {
    if (path.isEmpty() && column.type() != FieldType.JSON) {
      return List.of(
          column.type() == FieldType.VARCHAR ? dialect.inByteOrder(in(alias)) : in(alias));
    }
    String text = "(" + in(alias) + ")::varchar";
    return List.of(
        "case when %s is not null then %s end".formatted(text, dialect.number(text)),
        dialect.inByteOrder(text));
  }
}
