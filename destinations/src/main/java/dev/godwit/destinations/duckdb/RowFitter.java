package dev.godwit.destinations.duckdb;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rewrites a row so that DuckDB reads every field into its column: casts what can be cast, leaves
/// the rest empty and notes it as a change. Fields without a column are left out. For one thread.
final class RowFitter {
  private final TableShape shape;

  RowFitter(TableShape shape) {
    this.shape = shape;
  }

  /// A row that fits, and what had to be changed.
  ///
  /// @param fields values by the key under which DuckDB looks for them
  /// @param changes in the Airbyte protocol's form
  record Fitted(Map<String, @Nullable Object> fields, List<@Nullable Object> changes) {}

  /// Fits a row as it came from the source.
  Fitted fit(Map<?, ?> row) {
    Fitted fitted = new Fitted(new LinkedHashMap<>(), new ArrayList<>());
    for (Column column : shape.columns()) {
      put(fitted, column, row.get(column.key()));
    }
    return fitted;
  }

  /// Fits a row that was staged and refused.
  Fitted refit(Map<?, ?> line) {
    Fitted fitted = new Fitted(new LinkedHashMap<>(), new ArrayList<>());
    if (line.get(StagedLine.CHANGES) instanceof List<?> changes) {
      fitted.changes().addAll(changes);
    }
    for (Column column : shape.columns()) {
      put(fitted, column, line.get(column.name()));
    }
    return fitted;
  }

  private static void put(Fitted fitted, Column column, @Nullable Object value) {
    if (value == null) {
      return;
    }
    Fit fit = ValueSize.isTooLarge(value) ? Fit.TOO_LARGE : ValueFit.fit(column.type(), value);
    Fit.Change change = fit.change();
    if (change != null) {
      note(fitted, column, change);
    }
    Object cast = fit.value();
    if (cast != null) {
      Object readable = ReadableJson.of(cast);
      if (!readable.equals(cast)) {
        note(fitted, column, Fit.Change.REPLACED);
      }
      fitted.fields().put(column.name(), readable);
    }
  }

  private static void note(Fitted fitted, Column column, Fit.Change change) {
    Map<String, @Nullable Object> note = new LinkedHashMap<>();
    note.put("field", column.key());
    note.put("change", change.change());
    note.put("reason", change.reason());
    fitted.changes().add(note);
  }

  /// Appends a fitted row as a line of its own.
  static void write(Fitted fitted, long emittedAt, JsonBuffer target) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put(StagedLine.EMITTED_AT, emittedAt);
    if (!fitted.changes().isEmpty()) {
      line.put(StagedLine.CHANGES, fitted.changes());
    }
    line.putAll(fitted.fields());
    JsonWriter.write(line, target);
    target.add((byte) '\n');
  }
}
