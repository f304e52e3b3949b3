package dev.godwit.core;

import dev.godwit.core.catalog.StreamName;
import org.jspecify.annotations.Nullable;

/// A configured connector that writes. Safe for use by several threads; each writer belongs to one.
public interface Destination extends AutoCloseable {
  /// Tries whether rows could be written, and changes nothing.
  CheckResult check();

  /// The state committed with the stream's rows, or null when it was never synced.
  @Nullable StreamState state(StreamName stream);

  Delivery delivery();

  /// How much may pile up before it should be committed.
  CommitPolicy commitPolicy();

  /// Prepares to write one stream. Nothing that readers of the destination can see changes before a
  /// commit.
  StreamWriter open(StreamPlan plan);

  @Override
  void close();
}
