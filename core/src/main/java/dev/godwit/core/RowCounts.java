package dev.godwit.core;

/// What became of the rows of a stream. Once it has succeeded, every row that was read is in one of
/// the other four.
///
/// @param read rows that the source delivered
/// @param filtered rows that a mapping left out on purpose
/// @param quarantined rows that became durable, but in quarantine
/// @param discarded rows that the stream's policy leaves out
/// @param committed rows that became durable where they belong
public record RowCounts(
    long read, long filtered, long quarantined, long discarded, long committed) {
  public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

  /// With rows of a source that were mapped.
  public RowCounts read(long rows, Mapped mapped) {
    return new RowCounts(
        read + rows,
        filtered + mapped.filtered(),
        quarantined,
        discarded + mapped.discarded(),
        committed);
  }

  /// With rows that became durable.
  public RowCounts landed(Landing landing) {
    return new RowCounts(
        read, filtered, quarantined + landing.quarantined(), discarded, committed + landing.rows());
  }

  /// These rows and others.
  public RowCounts plus(RowCounts other) {
    return new RowCounts(
        read + other.read,
        filtered + other.filtered,
        quarantined + other.quarantined,
        discarded + other.discarded,
        committed + other.committed);
  }

  /// These counts where what became durable does not count, since other rows take its place.
  public RowCounts withoutCommitted() {
    return new RowCounts(read, filtered, 0, discarded, 0);
  }
}
