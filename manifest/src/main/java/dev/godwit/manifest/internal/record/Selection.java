package dev.godwit.manifest.internal.record;

import dev.godwit.core.JsonRows;
import org.jspecify.annotations.Nullable;

/// What was selected from one page.
///
/// @param rows null when no row is left
/// @param extracted rows that the API returned
/// @param lastRow null when no row is left
public record Selection(@Nullable JsonRows rows, int extracted, @Nullable LastRow lastRow) {
  /// The same page with fewer rows.
  public Selection with(@Nullable JsonRows fewer) {
    return fewer == rows
        ? this
        : new Selection(fewer, extracted, fewer == null ? null : RowSelector.lastOf(fewer));
  }

  public int selected() {
    return rows == null ? 0 : rows.rows();
  }
}
