package dev.godwit.mapping.internal.batch;

import dev.godwit.mapping.internal.row.RowFailure;

/// A row that cannot be read to its end.
final class Malformed {
  private Malformed() {}

  static RowFailure row() {
    return RowFailure.of(
        "mapping.malformed-row", "the row holds text that is not well-formed", null);
  }
}
