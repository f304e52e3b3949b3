package dev.godwit.row;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.record.RecordReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row: fields by name, in their order. Values are plain: null, `Boolean`, `Long`, `BigInteger`,
/// `Double`, `String`, `List` and `Map`; times are ISO 8601 text. Immutable and thread-safe.
public final class Row {
  private final Map<String, @Nullable Object> values;

  private Row(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /// A row of these values.
  public static Row of(Map<String, ? extends @Nullable Object> values) {
    return new Row(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
  }

  /// The value of a field; null when it is null, and when the row does not have it: see [#has].
  public @Nullable Object get(String field) {
    return values.get(field);
  }

  /// The value of a field that the row must have, and that must not be null.
  ///
  /// @throws GodwitException CONTRACT `row.misfit` when it does not
  public Object require(String field) {
    Object value = values.get(field);
    if (value == null) {
      throw GodwitException.contract(
              "row.misfit",
              "The field " + field + " of a row is " + (has(field) ? "null." : "missing."))
          .hint("The row has: " + String.join(", ", values.keySet()));
    }
    return value;
  }

  /// Whether the row has a field, be it null.
  public boolean has(String field) {
    return values.containsKey(field);
  }

  /// The row as a record: see [RecordReader].
  ///
  /// @throws GodwitException CONTRACT `row.misfit` when a value does not fit its component
  public <R extends Record> R as(Class<R> type) {
    return RecordReader.of(type).read(values);
  }

  /// All fields in their order; not to be changed.
  public Map<String, @Nullable Object> asMap() {
    return values;
  }

  /// The row as compact JSON.
  public String toJson() {
    return JsonWriter.text(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row && values.equals(row.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /// As JSON.
  @Override
  public String toString() {
    return toJson();
  }
}
