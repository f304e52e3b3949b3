package dev.godwit.manifest.internal.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Session tokens that all streams of a source share. Thread-safe.
final class Sessions {
  /// As long the reference keeps them.
  private static final Duration LIFE = Duration.ofDays(1);

  private record Kept(String token, Instant until) {}

  private final Map<SessionKey, Kept> tokens = new HashMap<>();
  private final Clock clock;

  Sessions(Clock clock) {
    this.clock = clock;
  }

  synchronized @Nullable String find(SessionKey key) {
    Kept kept = tokens.get(key);
    return kept != null && kept.until().isAfter(clock.instant()) ? kept.token() : null;
  }

  synchronized String keep(SessionKey key, String token) {
    tokens.put(key, new Kept(token, clock.instant().plus(LIFE)));
    return token;
  }
}
