package dev.godwit.manifest.internal.record;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonElements;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes rows out of a page: extracts, filters, transforms. Rows that are neither filtered nor
/// transformed stay the bytes that the API sent. Thread-safe.
public final class RowSelector {
  private final Extraction extraction;
  private final @Nullable InterpolatedBoolean filter;
  private final List<Transformation> transformations;
  private final boolean transformsFirst;

  RowSelector(
      Extraction extraction,
      @Nullable InterpolatedBoolean filter,
      List<Transformation> transformations,
      boolean transformsFirst) {
    this.extraction = extraction;
    this.filter = filter;
    this.transformations = List.copyOf(transformations);
    this.transformsFirst = transformsFirst;
  }

  /// Selects the rows of a page.
  ///
  /// @param scope holds the configuration, the slice and the page's token
  /// @throws GodwitException SYSTEM `record.not-object` when the API returned a row that is no
  ///   object
  public Selection select(Body body, Slice slice, Scope scope, long now) {
    JsonElements elements = extraction.rows(body);
    if (!elements.onlyObjects()) {
      throw GodwitException.system(
              "record.not-object", "The API returned a record that is not an object.")
          .hint("Check field_path of the record selector: it must lead to a list of objects.");
    }
    if (filter == null && transformations.isEmpty()) {
      JsonRows rows = elements.rows(slice, now);
      return new Selection(rows, elements.count(), rows == null ? null : lastOf(rows));
    }
    return rewritten(elements, slice, scope, now);
  }

  private Selection rewritten(JsonElements elements, Slice slice, Scope scope, long now) {
    JsonBuffer buffer = new JsonBuffer(elements.page().length);
    JsonRows.Builder builder = new JsonRows.Builder();
    Map<String, @Nullable Object> last = null;
    for (int i = 0; i < elements.count(); i++) {
      Map<String, @Nullable Object> row =
          parse(elements.page(), elements.start(i), elements.end(i));
      if (keep(row, scope.with("record", row))) {
        int start = buffer.length();
        JsonWriter.write(row, buffer);
        builder.add(start, buffer.length());
        last = row;
      }
    }
    Map<String, @Nullable Object> lastKept = last;
    return new Selection(
        builder.build(slice, buffer.toBytes(), now),
        elements.count(),
        lastKept == null ? null : () -> lastKept);
  }

  private boolean keep(Map<String, @Nullable Object> row, Scope scope) {
    if (transformsFirst) {
      transformations.forEach(transformation -> transformation.apply(row, scope));
      return filter == null || filter.eval(scope);
    }
    boolean kept = filter == null || filter.eval(scope);
    if (kept) {
      transformations.forEach(transformation -> transformation.apply(row, scope));
    }
    return kept;
  }

  static LastRow lastOf(JsonRows rows) {
    int last = rows.rows() - 1;
    return () -> parse(rows.page(), rows.start(last), rows.end(last));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> parse(byte[] page, int start, int end) {
    Object row = JsonParser.STRICT.parse(page, start, end);
    return row instanceof Map<?, ?> fields ? (Map<String, @Nullable Object>) fields : Map.of();
  }
}
