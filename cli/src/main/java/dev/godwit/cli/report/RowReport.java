package dev.godwit.cli.report;

import dev.godwit.cli.terminal.Amounts;
import dev.godwit.cli.terminal.Table;
import dev.godwit.cli.terminal.Table.Column;
import dev.godwit.core.json.JsonWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows of JSON values.
public final class RowReport {
  private RowReport() {}

  /// A column for each key, in the order in which keys first appear.
  public static Table table(List<Map<String, @Nullable Object>> rows) {
    Set<String> keys = new LinkedHashSet<>();
    rows.forEach(row -> keys.addAll(row.keySet()));
    return table(List.copyOf(keys), rows);
  }

  /// These columns, also where there are no rows.
  public static Table table(List<String> keys, List<Map<String, @Nullable Object>> rows) {
    Table table = new Table(keys.stream().map(key -> column(key, rows)).toList());
    for (Map<String, @Nullable Object> row : rows) {
      table.row(keys.stream().map(key -> cell(row.get(key))).toList());
    }
    return table;
  }

  /// Numbers lean to the right.
  private static Column column(String key, List<Map<String, @Nullable Object>> rows) {
    boolean numbers =
        rows.stream().map(row -> row.get(key)).allMatch(v -> v == null || v instanceof Number);
    return numbers ? Column.number(key) : Column.text(key);
  }

  /// Text as it is, nothing for null, everything else as JSON.
  static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      default -> JsonWriter.text(value);
    };
  }

  /// `1 row`, `12 rows`.
  public static String count(List<?> rows) {
    return Amounts.count(rows.size(), "row");
  }
}
