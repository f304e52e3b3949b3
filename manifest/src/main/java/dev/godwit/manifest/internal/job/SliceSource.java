package dev.godwit.manifest.internal.job;

import dev.godwit.core.Slice;
import org.jspecify.annotations.Nullable;

/// Where the slices come from that jobs prepare. For one thread.
@FunctionalInterface
public interface SliceSource {
  /// The next slice, or null at the end.
  @Nullable Slice next() throws InterruptedException;
}
