package dev.godwit.manifest.internal.slice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The partitions of a stream, made one after the other for one reading. For one thread, but {@link
/// #parentState} may be asked by any.
public interface Partitions extends AutoCloseable {
  /// The next partition, or null at the end. May read parents and so wait for the API.
  @Nullable Partition next() throws InterruptedException;

  /// State of the parents that are read incrementally, by stream name; null for partitions without
  /// parents.
  @Nullable Map<String, @Nullable Object> parentState();

  @Override
  void close();

  /// A stream that is one partition.
  static Partitions whole() {
    return new Whole();
  }
}
