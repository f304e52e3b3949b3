package dev.godwit.core;

import dev.godwit.core.error.GodwitException;

/// Changes rows. For one thread.
public interface RowMapper extends AutoCloseable {
  /// Says of every row of a batch what becomes of it. Fails closed: a row that a rule could not be
  /// applied to never goes on.
  ///
  /// @throws GodwitException CONTRACT when a row may neither go on nor be left out
  Mapped map(RecordBatch batch);

  @Override
  void close();
}
