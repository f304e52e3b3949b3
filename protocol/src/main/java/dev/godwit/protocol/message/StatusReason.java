package dev.godwit.protocol.message;

import org.jspecify.annotations.Nullable;

/// Why a stream has the status that it has.
public sealed interface StatusReason {
  /// The API wants fewer requests.
  ///
  /// @param quotaReset when it takes requests again; null when unknown
  record RateLimited(@Nullable Long quotaReset) implements StatusReason {}
}
