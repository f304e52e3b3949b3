package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.json.JsonField;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.slice.CursorRules;
import dev.godwit.manifest.internal.slice.CursorRules.Admission;
import dev.godwit.manifest.internal.slice.StreamCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Drops the rows of a slice that lie outside the range that is read. For one thread.
final class Admissions {
  private final Admission admission;
  private final JsonField field;
  private final StreamCursor cursor;
  private final Slice slice;

  private Admissions(Admission admission, String cursorField, StreamCursor cursor, Slice slice) {
    this.admission = admission;
    this.field = new JsonField(List.of(cursorField));
    this.cursor = cursor;
    this.slice = slice;
  }

  /// What to drop of a slice; null where nothing is.
  ///
  /// @param rules of the stream's cursor; null for a stream without one
  static @Nullable Admissions of(@Nullable CursorRules rules, StreamCursor cursor, Slice slice) {
    return rules == null || rules.admission() == Admission.ALL
        ? null
        : new Admissions(rules.admission(), rules.field(), cursor, slice);
  }

  Admission admission() {
    return admission;
  }

  /// The rows that count, in the same page; null where none does.
  @Nullable JsonRows admitted(@Nullable JsonRows rows) {
    if (rows == null) {
      return null;
    }
    JsonRows.Builder kept = new JsonRows.Builder();
    for (int row = 0; row < rows.rows(); row++) {
      if (admits(rows, row)) {
        kept.add(rows, row);
      }
    }
    return kept.rows() == rows.rows() ? rows : kept.build(slice, rows.page(), rows.emittedAt());
  }

  boolean admits(JsonRows rows, int row) {
    return !field.find(rows.page(), rows.start(row), rows.end(row))
        || cursor.admits(slice, JsonParser.STRICT.parse(rows.page(), field.start(), field.end()));
  }
}
