package dev.godwit.cli.report;

import dev.godwit.destinations.duckdb.DuckDbQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of a query by the names of their columns. For one thread.
public final class QueryRows {
  private final DuckDbQuery query;
  private final List<String> names;

  public QueryRows(DuckDbQuery query) {
    this.query = query;
    this.names = query.names();
  }

  /// The columns' names. Those that repeat are numbered: `id`, `id_2`.
  public List<String> names() {
    return names;
  }

  /// The next row, or null at the end.
  public @Nullable Map<String, @Nullable Object> next() {
    List<@Nullable Object> values = query.next();
    if (values == null) {
      return null;
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), values.get(i));
    }
    return row;
  }
}
