package dev.godwit.core;

import java.time.Duration;

/// A wait before a request, told when it begins. One slice waits; others may go on meanwhile.
///
/// @param time how long it will last
public record Pause(Reason reason, Duration time) {
  /// What is waited for.
  public enum Reason {
    /// The API allows no more requests at present, or the limits that were declared for it do not.
    RATE_LIMIT,
    /// The request failed and is sent again.
    RETRY
  }
}
