package dev.godwit.destinations.internal.contents;

import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.StreamShape;
import dev.godwit.destinations.internal.sql.Dialect;
import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows of a stream that SQL can select.
///
/// @param from what follows `from` in SQL: a table, a function that reads files, or a query in
///   parentheses, with conditions where there are any
/// @param columns those that are fields of rows; only {@link TableShape#DATA} where that holds the
///   row
/// @param extractedAt SQL of when a row was read from its source, a `timestamp with time zone`;
///   null where nobody knows
public record Relation(
    Stream stream, String from, List<Column> columns, @Nullable String extractedAt) {
  public Relation {
    columns = List.copyOf(columns);
  }

  /// Rows of a stream that is told by its name, its columns and what it looked like.
  ///
  /// @param shape that tells the primary key and the cursor
  public static Relation of(
      StreamName name,
      StreamShape shape,
      String from,
      List<Column> columns,
      @Nullable String extractedAt) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    if (!isWhole(columns)) {
      columns.forEach(column -> properties.put(column.key(), column.value().schema()));
    }
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    Stream stream =
        new Stream(
            name,
            schema,
            Set.of(SyncMode.FULL_REFRESH),
            null,
            shape.cursor(),
            shape.primaryKey(),
            false,
            false);
    return new Relation(stream, from, columns, extractedAt);
  }

  private static boolean isWhole(List<Column> columns) {
    return columns.size() == 1 && columns.getFirst().key().equals(TableShape.DATA);
  }

  /// Whether the text of a row may have spaces and line breaks between its tokens.
  boolean isLoose() {
    return columns.stream().anyMatch(column -> column.value().hasJson());
  }

  /// The query for all rows: the row as the text of a JSON object, and when it was read in
  /// milliseconds since 1970.
  ///
  /// @param encoded makes of the text what the database shall hand out
  /// @param now for rows of which nobody knows when they were read
  public String select(Dialect dialect, String encoded, long now) {
    String read =
        extractedAt == null
            ? "" + now
            : "coalesce(%s, %d)".formatted(dialect.millis(extractedAt), now);
    return "select %s, %s from %s".formatted(encoded.formatted(row(dialect)), read, from);
  }

  private String row(Dialect dialect) {
    if (isWhole(columns)) {
      return "coalesce(" + text(dialect, columns.getFirst()) + ", '{}')";
    }
    List<String> texts = new ArrayList<>();
    String before = "{";
    for (Column column : columns) {
      texts.add(Quoting.text(before + JsonWriter.text(column.key()) + ":"));
      texts.add("coalesce(" + text(dialect, column) + ", 'null')");
      before = ",";
    }
    texts.add(texts.isEmpty() ? "'{}'" : "'}'");
    return dialect.joined(texts);
  }

  private static String text(Dialect dialect, Column column) {
    return dialect.jsonText(column.value(), Quoting.name(column.name()));
  }
}
