package dev.godwit.manifest.internal.retry;

import dev.godwit.manifest.internal.spec.HttpResponseFilter.ResponseAction;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Counts the attempts of one request and says how long to wait before the next. For one thread.
///
/// Three counters as in the reference, one inside the other: waits that the manifest asks for
/// restart when a rate limit without such a wait comes between, and those restart when an ordinary
/// failure comes between.
final class Patience {
  /// No attempt that began later than this is tried again.
  private static final Duration MAX_TIME = Duration.ofMinutes(10);

  private final int maxRetries;
  private final LongSupplier nanos;
  private final long begun;
  private long manifestBegun;
  private long attemptBegun;
  private int attempts;
  private int manifestWaits;
  private int rateLimits;
  private int failures;
  private int tried;

  /// @param nanos a clock that only ever goes on
  Patience(int maxRetries, LongSupplier nanos) {
    this.maxRetries = maxRetries;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
    this.manifestBegun = begun;
    this.attemptBegun = begun;
  }

  void attemptBegins() {
    attemptBegun = nanos.getAsLong();
    attempts++;
  }

  /// Attempts so far.
  int attempts() {
    return attempts;
  }

  /// Attempts that failed for the same reason as the last.
  int tried() {
    return tried;
  }

  /// Seconds until the next attempt, or null when there is to be none.
  ///
  /// @param asked seconds that the manifest asks for; null or zero where it does not
  @Nullable Double next(ResponseAction action, @Nullable Double asked) {
    if (asked != null && asked != 0) {
      return manifestWait(asked);
    }
    manifestWaits = 0;
    Double wait = action == ResponseAction.RATE_LIMITED ? rateLimit() : failure();
    manifestBegun = nanos.getAsLong();
    return wait;
  }

  /// One second more than asked for, since servers count in whole seconds.
  private @Nullable Double manifestWait(double asked) {
    tried = manifestWaits + 1;
    if (manifestWaits >= maxRetries || elapsed(manifestBegun) >= MAX_TIME.toSeconds()) {
      return null;
    }
    manifestWaits++;
    return asked + 1;
  }

  private @Nullable Double rateLimit() {
    tried = rateLimits + 1;
    if (rateLimits >= maxRetries) {
      return null;
    }
    rateLimits++;
    return Math.scalb(1.0, rateLimits - 1);
  }

  private @Nullable Double failure() {
    rateLimits = 0;
    tried = failures + 1;
    double left = MAX_TIME.toSeconds() - elapsed(begun);
    if (failures >= maxRetries || left <= 0) {
      return null;
    }
    failures++;
    return Math.min(left, Math.scalb(1.0, failures - 1));
  }

  private double elapsed(long since) {
    return (attemptBegun - since) / 1e9;
  }
}
