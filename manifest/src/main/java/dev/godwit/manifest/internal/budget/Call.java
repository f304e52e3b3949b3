package dev.godwit.manifest.internal.budget;

import org.jspecify.annotations.Nullable;

/// A call that counts in a moving window. Guarded by the window's lock.
final class Call {
  /// When the API has seen the call at the latest, in microseconds.
  private long time;

  private @Nullable Call before;

  long time() {
    return time;
  }

  /// @param latest when the API will have seen the call, unless its answer comes earlier
  void begin(long latest, @Nullable Call callBefore) {
    time = latest;
    before = callBefore;
  }

  /// Notes the answer: the API cannot have seen the call later. Calls stay in order.
  void answered(long now) {
    long floor = before == null ? Long.MIN_VALUE : before.time;
    time = Math.max(floor, Math.min(time, now));
  }

  /// Forgets the calls before this one, which no longer count.
  void isFirst() {
    before = null;
  }
}
