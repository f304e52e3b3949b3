package dev.godwit.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the rows of a batch. Every row is in one of the four places.
///
/// @param rows those that go on, of the same slice; null when none does
/// @param filtered how many were left out on purpose
/// @param discarded how many were left out since they show a change that their table does not
///   follow
/// @param rejected those that go to quarantine
public record Mapped(
    @Nullable RecordBatch rows, long filtered, long discarded, List<RejectedRow> rejected) {
  /// Written out because compact constructors do not carry type annotations into class files.
  public Mapped(
      @Nullable RecordBatch rows, long filtered, long discarded, List<RejectedRow> rejected) {
    this.rows = rows;
    this.filtered = filtered;
    this.discarded = discarded;
    this.rejected = List.copyOf(rejected);
  }

  /// Without rows that show changes.
  public Mapped(@Nullable RecordBatch rows, long filtered, List<RejectedRow> rejected) {
    this(rows, filtered, 0, rejected);
  }

  /// All rows go on.
  public static Mapped all(RecordBatch rows) {
    return new Mapped(rows, 0, List.of());
  }

  /// These rows, of which those that go on have become something else.
  public Mapped then(Mapped next) {
    if (filtered == 0 && discarded == 0 && rejected.isEmpty()) {
      return next;
    }
    List<RejectedRow> both = new ArrayList<>(rejected);
    both.addAll(next.rejected);
    return new Mapped(next.rows, filtered + next.filtered, discarded + next.discarded, both);
  }

  /// All rows of the batch.
  public long known() {
    return written() + filtered + discarded;
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
