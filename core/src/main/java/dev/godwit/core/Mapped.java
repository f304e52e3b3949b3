package dev.godwit.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the rows of a batch. Every row is in one of the three places.
///
/// @param rows those that go on, of the same slice; null when none does
/// @param filtered how many were left out on purpose
/// @param rejected those that go to quarantine
public record Mapped(@Nullable RecordBatch rows, long filtered, List<RejectedRow> rejected) {
  /// Written out because compact constructors do not carry type annotations into class files.
  public Mapped(@Nullable RecordBatch rows, long filtered, List<RejectedRow> rejected) {
    this.rows = rows;
    this.filtered = filtered;
    this.rejected = List.copyOf(rejected);
  }

  /// All rows go on.
  public static Mapped all(RecordBatch rows) {
    return new Mapped(rows, 0, List.of());
  }

  /// How many rows a writer is given.
  public long written() {
    return (rows == null ? 0L : rows.rows()) + rejected.size();
  }

  /// Memory that the rows take, in bytes.
  public long bytes() {
    long bytes = rows == null ? 0 : rows.bytes();
    for (RejectedRow row : rejected) {
      bytes += row.row().length;
    }
    return bytes;
  }
}
