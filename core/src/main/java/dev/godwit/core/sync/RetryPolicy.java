package dev.godwit.core.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How often a failed stream is tried again, and after how long. An attempt that committed nothing
/// failed completely; one that committed rows failed in part, and the next goes on where it
/// stopped. Errors that trying again can't mend are never tried again, whatever the policy.
///
/// @param inRow complete failures one after the other, at most, the first attempt included
/// @param complete complete failures of a run, at most
/// @param partial failures in part of a run, at most
/// @param firstWait before the attempt after one complete failure; each further one in a row makes
///   it `factor` times as long
/// @param longestWait no wait is longer
public record RetryPolicy(
    int inRow, int complete, int partial, Duration firstWait, int factor, Duration longestWait) {
  /// The numbers of Airbyte's platform: 10 s, 30 s, 90 s, 4.5 min.
  public static final RetryPolicy PATIENT =
      new RetryPolicy(5, 10, 20, Duration.ofSeconds(10), 3, Duration.ofMinutes(30));

  /// One attempt.
  public static final RetryPolicy NONE = new RetryPolicy(1, 1, 0, Duration.ZERO, 1, Duration.ZERO);

  /// This policy with another number of complete failures.
  public RetryPolicy withAttempts(int attempts) {
    return attempts <= 1
        ? NONE
        : new RetryPolicy(
            attempts, Math.max(attempts, complete), partial, firstWait, factor, longestWait);
  }

  /// How long to wait before the next attempt; null when there is to be none.
  ///
  /// @param failures what came so far
  @Nullable Duration waitAfter(Failed failures) {
    if (failures.inRow() >= inRow || failures.complete() >= complete) {
      return null;
    }
    if (failures.partial() > partial) {
      return null;
    }
    Duration wait = failures.inRow() == 0 ? Duration.ZERO : firstWait;
    for (int i = 1; i < failures.inRow() && wait.compareTo(longestWait) < 0; i++) {
      wait = wait.multipliedBy(factor);
    }
    return wait.compareTo(longestWait) < 0 ? wait : longestWait;
  }

  /// Failures of one run so far.
  ///
  /// @param inRow complete ones since the last one in part
  record Failed(int inRow, int complete, int partial) {
    static final Failed NONE = new Failed(0, 0, 0);

    /// One more.
    ///
    /// @param progress whether something was committed
    Failed plus(boolean progress) {
      return progress
          ? new Failed(0, complete, partial + 1)
          : new Failed(inRow + 1, complete + 1, partial);
    }
  }
}
