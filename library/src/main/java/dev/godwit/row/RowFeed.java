package dev.godwit.row;

import org.jspecify.annotations.Nullable;

/// Where rows come from. For one thread, apart from closing.
interface RowFeed extends AutoCloseable {
  /// The next row; null at the end. Waits for it.
  @Nullable Row next();

  /// Gives back everything. More than once does no harm; any thread may call it.
  @Override
  void close();
}
