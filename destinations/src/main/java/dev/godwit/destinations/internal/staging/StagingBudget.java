package dev.godwit.destinations.internal.staging;

import java.util.concurrent.atomic.AtomicLong;

/// How much memory staged rows may hold, over all writers of a database. Safe for use by several
/// threads.
public final class StagingBudget {
  private final long most;
  private final AtomicLong used = new AtomicLong();

  /// A budget of `most` bytes.
  public StagingBudget(long most) {
    this.most = most;
  }

  /// Notes that rows came (positive) or went (negative).
  void change(long bytes) {
    used.addAndGet(bytes);
  }

  boolean isExceeded() {
    return used.get() > most;
  }
}
