package dev.godwit.destinations.internal.table;

import dev.godwit.core.fit.Fit;
import dev.godwit.core.fit.ValueSize;
import dev.godwit.core.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Rewrites a row so that every field fits its column: casts what can be cast, leaves the rest
/// empty and notes it as a change. Fields without a column are left out. For one thread.
public final class RowFitter {
  private final TableShape shape;
  private final BiFunction<FieldType, Object, Fit> fit;
  private final UnaryOperator<Object> readable;

  /// @param fit what becomes of a value in a column of some type
  /// @param readable replaces what the database cannot take of a value; gives back the value itself
  ///   where there is nothing to replace
  public RowFitter(
      TableShape shape, BiFunction<FieldType, Object, Fit> fit, UnaryOperator<Object> readable) {
    this.shape = shape;
    this.fit = fit;
    this.readable = readable;
  }

  /// A row that fits, and what had to be changed.
  ///
  /// @param fields values by the names of their columns
  /// @param changes in the Airbyte protocol's form
  public record Fitted(Map<String, @Nullable Object> fields, List<@Nullable Object> changes) {}

  /// Fits a row as it came from the source.
  public Fitted fit(Map<?, ?> row) {
    Fitted fitted = new Fitted(new LinkedHashMap<>(), new ArrayList<>());
    for (Column column : shape.columns()) {
      put(fitted, column, row.get(column.key()), false);
    }
    return fitted;
  }

  /// Fits a row that was staged and refused.
  ///
  /// @param row values by the names of their columns, and the changes made to them before
  public Fitted refit(Map<?, ?> row) {
    Fitted fitted = new Fitted(new LinkedHashMap<>(), new ArrayList<>());
    if (row.get(TableShape.CHANGES) instanceof List<?> changes) {
      fitted.changes().addAll(changes);
    }
    for (Column column : shape.columns()) {
      put(fitted, column, row.get(column.name()), true);
    }
    return fitted;
  }

  private void put(Fitted fitted, Column column, @Nullable Object value, boolean staged) {
    if (value == null) {
      return;
    }
    Object cast = null;
    if (ValueSize.isTooLarge(value)) {
      note(fitted, column.key(), Fit.Change.TOO_LARGE);
    } else {
      cast =
          new NestedFitter(fit, staged, (path, change) -> note(fitted, path, change))
              .fit(column.value(), value, column.key());
    }
    if (cast != null) {
      Object written = readable.apply(cast);
      if (!written.equals(cast)) {
        note(fitted, column.key(), Fit.Change.REPLACED);
      }
      fitted.fields().put(column.name(), written);
    }
  }

  private void note(Fitted fitted, String field, Fit.Change change) {
    Map<String, @Nullable Object> note = new LinkedHashMap<>();
    note.put("field", readable.apply(field));
    note.put("change", change.change());
    note.put("reason", change.reason());
    fitted.changes().add(note);
  }
}
