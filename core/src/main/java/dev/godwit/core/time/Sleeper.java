package dev.godwit.core.time;

import java.time.Duration;

/// The only way to wait. Tests and recordings put in one that notes the time instead of spending
/// it.
@FunctionalInterface
public interface Sleeper {
  /// Waits for `time`, or returns at once when it is not positive.
  ///
  /// @throws InterruptedException when the sync is cancelled meanwhile
  void sleep(Duration time) throws InterruptedException;

  static Sleeper real() {
    return time -> {
      if (time.isPositive()) {
        Thread.sleep(time);
      }
    };
  }
}
