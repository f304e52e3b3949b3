package dev.godwit.manifest.internal.budget;

import org.jspecify.annotations.Nullable;

/// Counts calls against a limit. Thread-safe. All times are microseconds since 1970.
sealed interface Window permits Unlimited, FixedWindow, MovingWindow {
  /// Tries to make a call.
  ///
  /// @param weight how many calls it counts for
  /// @return how long to wait before the next try; null where the call was counted and may go
  @Nullable Long refuse(Call call, int weight, long now);

  /// Notes that a call was answered.
  default void answered(Call call, long now) {}

  /// Notes what an answer says about the limit.
  ///
  /// @param available how many calls are left, null where it does not say
  /// @param reset when calls will be available again, null where it does not say
  void learn(@Nullable Long available, @Nullable Long reset, long now);

  /// Whether no call of the past counts any more.
  boolean isIdle(long now);
}
