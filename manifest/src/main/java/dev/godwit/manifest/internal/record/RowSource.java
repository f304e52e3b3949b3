package dev.godwit.manifest.internal.record;

import dev.godwit.core.RowFile;
import dev.godwit.core.json.JsonBuffer;
import org.jspecify.annotations.Nullable;

/// Rows that are changed and written one by one. For one thread.
interface RowSource {
  /// Moves to the next row.
  ///
  /// @return whether there is one
  boolean advance() throws InterruptedException;

  /// Appends the row as JSON, unless it is not to be kept.
  ///
  /// @return whether it is kept
  boolean write(JsonBuffer target) throws InterruptedException;

  /// Whether a field of the row that was kept last is null.
  boolean hasNulls();

  /// The file that belongs to the row that was kept last; null where rows have none.
  @Nullable RowFile file();
}
