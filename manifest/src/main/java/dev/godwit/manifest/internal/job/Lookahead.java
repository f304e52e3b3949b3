package dev.godwit.manifest.internal.job;

import dev.godwit.core.Slice;
import org.jspecify.annotations.Nullable;

/// Slices of which the next one can be looked at before it is taken. For one thread.
final class Lookahead {
  private final SliceSource slices;
  private @Nullable Slice next;
  private boolean ended;

  Lookahead(SliceSource slices) {
    this.slices = slices;
  }

  /// The next slice, or null at the end. Nothing comes after an error.
  @Nullable Slice peek() throws InterruptedException {
    if (next == null && !ended) {
      boolean read = false;
      try {
        next = slices.next();
        read = true;
      } finally {
        ended = !read || next == null;
      }
    }
    return next;
  }

  void take() {
    next = null;
  }
}
