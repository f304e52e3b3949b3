package dev.godwit.destinations.internal.staging;

import dev.godwit.core.JsonRows;
import dev.godwit.core.json.JsonBuffer;

/// Turns rows into the bytes in which they wait for a commit: those that the database loads best.
/// For one thread.
public interface RowEncoder {
  /// The rows of a batch, one after another; good until the next call.
  JsonBuffer encode(JsonRows rows);

  /// Whether any row so far had to be changed to fit.
  boolean hasChanges();

  /// No row so far took more bytes.
  int longestRow();
}
