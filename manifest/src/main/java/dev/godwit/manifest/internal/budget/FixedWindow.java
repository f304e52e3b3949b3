package dev.godwit.manifest.internal.budget;

import org.jspecify.annotations.Nullable;

/// Allows a number of calls per period; a period begins where the last one ended.
///
/// The API's answers move the end of the period. Where they never do, periods count from the first
/// call. (The reference would wait for ten days then.)
final class FixedWindow implements Window {
  private final int limit;
  private final long period;
  private long calls;
  private @Nullable Long end;

  /// @param period in microseconds
  FixedWindow(int limit, long period) {
    this.limit = limit;
    this.period = period;
  }

  @Override
  public synchronized @Nullable Long refuse(Call call, int weight, long now) {
    Budget.requireWithin(weight, limit);
    long until = moveOn(now);
    if (calls + weight > limit) {
      return until - now;
    }
    calls += weight;
    return null;
  }

  /// Starts a new period where the present one is over, and gives its end.
  private long moveOn(long now) {
    long until = end == null ? now + period : end;
    if (now >= until) {
      until += ((now - until) / period + 1) * period;
      calls = 0;
    }
    end = until;
    return until;
  }

  /// Only ever lowers what is available, so that a limit below the API's own holds. A time that has
  /// passed says nothing about this period.
  @Override
  public synchronized void learn(@Nullable Long available, @Nullable Long reset, long now) {
    moveOn(now);
    if (available != null && available < limit - calls) {
      calls = limit - available;
    }
    if (reset != null && reset > now) {
      end = reset;
    }
  }

  @Override
  public synchronized boolean isIdle(long now) {
    return end == null || now >= end;
  }
}
