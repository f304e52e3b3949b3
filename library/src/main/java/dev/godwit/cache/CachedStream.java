package dev.godwit.cache;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.SchemaTypes;
import dev.godwit.document.Document;
import dev.godwit.document.Documents;
import dev.godwit.row.Row;
import dev.godwit.row.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A stream in a cache. Its rows are read each time they are asked for, and none is held. Immutable
/// and thread-safe.
public final class CachedStream {
  private final Cache cache;
  private final dev.godwit.core.catalog.Stream stream;

  CachedStream(Cache cache, dev.godwit.core.catalog.Stream stream) {
    this.cache = cache;
    this.stream = stream;
  }

  /// With its namespace, where it has one: `shop.orders`.
  public String name() {
    return stream.name().toString();
  }

  /// The fields of its rows, with the types that the cache holds them in; those that Godwit adds
  /// are left out.
  public List<CachedColumn> columns() {
    List<CachedColumn> columns = new ArrayList<>();
    if (stream.jsonSchema().get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((name, schema) ->
          columns.add(new CachedColumn(String.valueOf(name), SchemaTypes.of(schema))));
    }
    return List.copyOf(columns);
  }

  /// JSON Schema of a row.
  public Map<String, @Nullable Object> schema() {
    return stream.jsonSchema();
  }

  /// Paths of the fields that tell rows apart; empty where nothing does.
  public List<List<String>> primaryKey() {
    return stream.primaryKey();
  }

  /// How many rows there are now.
  public long count() {
    if (cache.hasSql()) {
      String sql = "select count(*) as n from " + table();
      try (Stream<Row> counted = cache.query(sql).stream()) {
        return counted.mapToLong(row -> (Long) row.require("n")).sum();
      }
    }
    try (Stream<Row> all = stream()) {
      return all.count();
    }
  }

  private String table() {
    String namespace = stream.name().namespace();
    String name = quoted(stream.name().name());
    return namespace == null ? name : quoted(namespace) + "." + name;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// The rows as they are now. The caller closes them.
  ///
  /// @throws GodwitException when the cache can't be read
  public Rows rows() {
    return Rows.of(cache.open(), stream);
  }

  /// The rows as a Java stream, which the caller closes.
  public Stream<Row> stream() {
    return rows().stream();
  }

  /// The rows as records, which the caller closes: see [dev.godwit.record.RecordReader].
  public <R extends Record> Stream<R> stream(Class<R> type) {
    return rows().as(type);
  }

  /// All rows at once, as records.
  public <R extends Record> List<R> list(Class<R> type) {
    try (Stream<R> records = stream(type)) {
      return records.toList();
    }
  }

  /// Hands over one row after the other.
  public void forEach(Consumer<? super Row> action) {
    try (Rows rows = rows()) {
      rows.forEach(action);
    }
  }

  /// The rows as documents for language models, which the caller closes.
  public Stream<Document> documents(Documents form) {
    return form.of(stream(), stream.name().toString(), stream.primaryKey());
  }

  @Override
  public String toString() {
    return name() + " in " + cache;
  }
}
