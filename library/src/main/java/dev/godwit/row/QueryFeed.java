package dev.godwit.row;

import dev.godwit.destinations.duckdb.DuckDbQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows that a query selects.
final class QueryFeed implements RowFeed {
  private final DuckDbQuery query;
  private final List<String> names;
  private boolean closed;

  QueryFeed(DuckDbQuery query) {
    this.query = query;
    this.names = query.names();
  }

  @Override
  public synchronized @Nullable Row next() {
    List<@Nullable Object> values = closed ? null : query.next();
    if (values == null) {
      return null;
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      row.put(names.get(i), values.get(i));
    }
    return Row.of(row);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      query.close();
    }
  }
}
