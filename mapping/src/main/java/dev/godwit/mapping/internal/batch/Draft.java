package dev.godwit.mapping.internal.batch;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.mapping.internal.row.Row;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Rows on their way through the rules, each with its place in the batch that they come from.
///
/// @param rows null where none is left
record Draft(@Nullable JsonRows rows, int[] sources) {
  /// A batch that nothing has happened to.
  static Draft of(JsonRows batch) {
    int[] sources = new int[batch.rows()];
    Arrays.setAll(sources, i -> i);
    return new Draft(batch, sources);
  }

  /// Collects rows that are written anew, in a page of their own.
  static final class Writer {
    private final JsonRows.Builder builder = new JsonRows.Builder();
    private final JsonRows before;
    private final int[] sources;
    private final JsonBuffer page;
    private final Row row;

    /// @param expected bytes that all rows may take
    Writer(JsonRows before, Row row, int expected) {
      this.before = before;
      this.row = row;
      this.sources = new int[before.rows()];
      this.page = new JsonBuffer(expected);
      row.forgetNulls();
    }

    /// Adds the row as it is now.
    ///
    /// @param number of the row in the draft before
    void add(int number, int source) {
      int firstNull = row.nullEnd();
      int start = page.length();
      row.write(page);
      sources[builder.rows()] = source;
      builder.add(start, page.length(), firstNull, row.nullEnd());
      RowFile file = before.file(number);
      if (file != null) {
        builder.file(file);
      }
    }

    int length() {
      return page.length();
    }

    Draft done() {
      builder.nulls(row.nulls());
      byte[] bytes = page.bytes();
      boolean mostlyEmpty = page.length() <= bytes.length / 2;
      return new Draft(
          builder.build(before.slice(), mostlyEmpty ? page.toBytes() : bytes, before.emittedAt()),
          sources);
    }
  }
}
