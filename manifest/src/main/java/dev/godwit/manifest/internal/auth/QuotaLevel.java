package dev.godwit.manifest.internal.auth;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What is left of one quota of one token. Not thread-safe: whoever holds levels guards them.
final class QuotaLevel {
  /// So far the API's own answers may disagree about when a window ends.
  private static final Duration SKEW = Duration.ofSeconds(60);

  private long remaining;
  private OffsetDateTime reset;
  private long limit;
  private final boolean tracked;

  private QuotaLevel(long remaining, OffsetDateTime reset, long limit, boolean tracked) {
    this.remaining = remaining;
    this.reset = reset;
    this.limit = limit;
    this.tracked = tracked;
  }

  static QuotaLevel of(long remaining, OffsetDateTime reset, long limit) {
    return new QuotaLevel(remaining, reset, limit, true);
  }

  /// The level of a quota that the API does not count.
  static QuotaLevel untracked(OffsetDateTime now) {
    return new QuotaLevel(0, now, 0, false);
  }

  /// Whether the API counts this quota at all.
  boolean isTracked() {
    return tracked;
  }

  boolean isUsedUp() {
    return tracked && remaining <= 0;
  }

  boolean hasCalls() {
    return remaining > 0;
  }

  long remaining() {
    return Math.max(remaining, 0);
  }

  void take() {
    remaining--;
  }

  double secondsToReset(OffsetDateTime now) {
    return Duration.between(now, reset).toNanos() / 1e9;
  }

  /// Whether so little is left that calls have to be spread over the time to the reset.
  boolean isLow(double fraction, int least) {
    return remaining <= Math.max(least, limit * fraction);
  }

  /// Takes in what an answer said; null where it did not.
  ///
  /// A later window replaces the numbers. In the same window they only ever sink, since answers
  /// come out of order; those of an earlier window count for nothing, unless the API refused the
  /// request.
  ///
  /// @param refused whether the answer's status means that the quota is used up
  void correct(
      @Nullable Long told,
      @Nullable OffsetDateTime toldReset,
      @Nullable Long toldLimit,
      boolean refused) {
    if (!tracked) {
      return;
    }
    if (toldLimit != null && toldLimit > 0 && (toldReset == null || !toldReset.isBefore(reset))) {
      limit = toldLimit;
    }
    if (toldReset != null && toldReset.isAfter(reset)) {
      reset = toldReset;
      remaining = told == null ? limit : told;
    } else if (told != null
        && ((told <= 0 && refused)
            || toldReset == null
            || !toldReset.isBefore(reset.minus(SKEW)))) {
      remaining = Math.min(remaining, told);
    }
  }
}
