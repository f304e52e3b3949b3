package dev.godwit.core;

import dev.godwit.core.catalog.StreamName;
import java.util.List;

/// How the rows of a stream in a source and in a destination differ. Rows are matched by primary
/// key; those of a stream without one are the same when all their fields are.
///
/// @param sourceRows rows of the source, one a key
/// @param destinationRows rows of the destination that count: no ended versions, no deleted rows
/// @param missing rows of the source that the destination lacks
/// @param extra rows of the destination that the source lacks
/// @param different rows of both with the same key and other fields
/// @param ranges where they differ, in the order of the key; none for a stream without a key
public record Comparison(
    StreamName stream,
    long sourceRows,
    long destinationRows,
    long missing,
    long extra,
    long different,
    List<Range> ranges) {
  public Comparison {
    ranges = List.copyOf(ranges);
  }

  /// Whether both have the same rows.
  public boolean agrees() {
    return missing == 0 && extra == 0 && different == 0;
  }

  /// A stretch of keys in which something differs.
  ///
  /// @param from the first part of the least key, as text
  /// @param to the first part of the greatest key, as text
  public record Range(
      String from,
      String to,
      long sourceRows,
      long destinationRows,
      long missing,
      long extra,
      long different) {}
}
