package dev.godwit.destinations.internal.encode;

import dev.godwit.core.JsonRows;
import dev.godwit.core.fit.FieldLookup;
import dev.godwit.core.fit.RowFields;
import dev.godwit.core.fit.ValueSize;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.destinations.internal.staging.RowEncoder;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.ParsedRow;
import dev.godwit.destinations.internal.table.RowFitter;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns rows into another form: out of their bytes where every field surely fits its column, which
/// is nearly always, and value by value where one may not. For one thread.
public final class FieldwiseEncoder implements RowEncoder {
  private final TableShape shape;
  private final RowForm form;
  private final RowFitter fitter;
  private final FieldLookup<Integer> places;
  private final RowFields fields = new RowFields();
  private final int[] starts;
  private final int[] ends;
  private final boolean copies;
  private boolean changes;
  private int longestRow;

  /// @param fitter makes rows fit that may not
  public FieldwiseEncoder(TableShape shape, RowForm form, RowFitter fitter) {
    this.shape = shape;
    this.form = form;
    this.fitter = fitter;
    List<Column> columns = shape.columns();
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      numbers.put(columns.get(i).key(), i);
    }
    this.places = new FieldLookup<>(numbers);
    this.starts = new int[columns.size()];
    this.ends = new int[columns.size()];
    this.copies = columns.stream().noneMatch(column -> column.value().isNested());
  }

  @Override
  public boolean hasChanges() {
    return changes;
  }

  @Override
  public int longestRow() {
    return longestRow;
  }

  @Override
  public JsonBuffer encode(JsonRows rows) {
    JsonBuffer target = form.begin(rows.emittedAt());
    byte[] page = rows.page();
    for (int row = 0; row < rows.rows(); row++) {
      int before = target.length();
      int start = rows.start(row);
      int end = rows.end(row);
      boolean plain = copies && end - start <= ValueSize.MOST && page[start] == '{';
      if (!plain || !copy(page, start, end)) {
        target.truncate(before);
        fit(page, start, end);
      }
      form.endRow();
      longestRow = Math.max(longestRow, target.length() - before);
    }
    return form.end(rows.rows());
  }

  /// Writes a row out of its bytes.
  ///
  /// @return false where a field may not fit; the row is unfinished then
  private boolean copy(byte[] page, int start, int end) {
    form.beginRow(List.of());
    if (shape.wholeRow()) {
      return form.copy(0, page, start, end);
    }
    find(page, start);
    for (int i = 0; i < ends.length; i++) {
      if (ends[i] == 0 || page[starts[i]] == 'n') {
        form.write(i, null);
      } else if (!form.copy(i, page, starts[i], ends[i])) {
        return false;
      }
    }
    return true;
  }

  /// Notes where the columns' fields lie; of fields with the same key the last one counts.
  private void find(byte[] page, int start) {
    Arrays.fill(ends, 0);
    fields.open(page, start);
    places.restart();
    while (fields.next()) {
      Integer place = places.of(page, fields.keyStart(), fields.keyEnd());
      if (place != null) {
        starts[place] = fields.start();
        ends[place] = fields.end();
      }
    }
  }

  private void fit(byte[] page, int start, int end) {
    Map<?, ?> row = ParsedRow.of(page, start, end);
    RowFitter.Fitted fitted = fitter.fit(shape.wholeRow() ? Map.of(TableShape.DATA, row) : row);
    changes |= !fitted.changes().isEmpty();
    form.beginRow(fitted.changes());
    Map<String, @Nullable Object> values = fitted.fields();
    for (int i = 0; i < ends.length; i++) {
      form.write(i, values.get(shape.columns().get(i).name()));
    }
  }
}
