package dev.godwit.mapping.internal.batch;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.RowFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts together what became of the two halves of a batch.
final class Halves {
  private Halves() {}

  static Mapped join(Mapped first, Mapped second) {
    List<RejectedRow> rejected = new ArrayList<>(first.rejected());
    rejected.addAll(second.rejected());
    return new Mapped(
        joined(rows(first.rows()), rows(second.rows())),
        first.filtered() + second.filtered(),
        first.discarded() + second.discarded(),
        rejected);
  }

  private static @Nullable JsonRows rows(@Nullable RecordBatch batch) {
    return switch (batch) {
      case null -> null;
      case JsonRows rows -> rows;
    };
  }

  /// One page with the rows of both.
  private static @Nullable JsonRows joined(@Nullable JsonRows first, @Nullable JsonRows second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    int shift = first.end(first.rows() - 1);
    int length = second.end(second.rows() - 1);
    byte[] page = Arrays.copyOf(first.page(), shift + length);
    System.arraycopy(second.page(), 0, page, shift, length);
    int[] nulls = Arrays.copyOf(first.nulls(), first.nulls().length + second.nulls().length);
    for (int i = 0; i < second.nulls().length; i++) {
      nulls[first.nulls().length + i] = second.nulls()[i] + shift;
    }
    JsonRows.Builder rows = new JsonRows.Builder();
    for (int row = 0; row < first.rows(); row++) {
      rows.add(first, row);
    }
    for (int row = 0; row < second.rows(); row++) {
      add(second, row, shift, first.nulls().length, rows);
    }
    rows.nulls(nulls);
    return rows.build(first.slice(), page, first.emittedAt());
  }

  private static void add(
      JsonRows from, int row, int shift, int nullShift, JsonRows.Builder target) {
    boolean looked = from.firstNull(row) >= 0;
    target.add(
        from.start(row) + shift,
        from.end(row) + shift,
        looked ? from.firstNull(row) + nullShift : -1,
        looked ? from.nullEnd(row) + nullShift : -1);
    RowFile file = from.file(row);
    if (file != null) {
      target.file(file);
    }
  }
}
