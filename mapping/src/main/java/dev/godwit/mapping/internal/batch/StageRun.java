package dev.godwit.mapping.internal.batch;

import dev.godwit.core.JsonRows;

/// A stage at work. For one thread; to be closed.
interface StageRun extends AutoCloseable {
  /// Takes rows through the stage.
  ///
  /// @param rows those of `draft`
  /// @param fates is told of rows that do not go on
  Draft run(JsonRows rows, Draft draft, Fates fates);

  @Override
  void close();
}
