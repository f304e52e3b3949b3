package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A bearer token that is fetched anew when it has run out. However many threads need one, one of
/// them fetches it and the others wait.
final class OAuthBearer implements Authenticator {
  /// What the endpoint's answer calls its parts.
  ///
  /// @param refresh null where answers bring no refresh token
  record Names(String access, String expiry, boolean expiryIsMoment, @Nullable String refresh) {}

  /// How long a token counts whose expiry nobody tells.
  private static final Duration DEFAULT_LIFE = Duration.ofHours(1);

  private final Tokens tokens;
  private final @Nullable TokenEndpoint endpoint;
  private final java.util.function.Supplier<Names> names;
  private final Clock clock;
  private final ReentrantLock refreshing;

  /// @param endpoint null where the given token is all there is
  /// @param refreshing held while a token is fetched; shared by all authenticators of a source,
  ///   since they may share a refresh token
  OAuthBearer(
      Tokens tokens,
      @Nullable TokenEndpoint endpoint,
      java.util.function.Supplier<Names> names,
      Clock clock,
      ReentrantLock refreshing) {
    this.tokens = tokens;
    this.endpoint = endpoint;
    this.names = names;
    this.clock = clock;
    this.refreshing = refreshing;
  }

  @Override
  public Map<String, String> headers() throws InterruptedException {
    TokenEndpoint asked = endpoint;
    if (asked != null && hasExpired()) {
      refreshing.lockInterruptibly();
      try {
        if (hasExpired()) {
          fetch(asked);
        }
      } finally {
        refreshing.unlock();
      }
    }
    return Map.of("Authorization", "Bearer " + Repr.str(tokens.access()));
  }

  private boolean hasExpired() {
    OffsetDateTime expiry = tokens.expiry();
    return expiry == null || Moments.now(clock).isAfter(expiry);
  }

  private void fetch(TokenEndpoint asked) throws InterruptedException {
    TokenAnswer answer = asked.ask();
    Names called = names.get();
    Object access = answer.find(called.access());
    if (access == null || !Truth.of(access)) {
      throw GodwitException.system(
              "auth.token-answer", "The token endpoint's answer has no '" + called.access() + "'.")
          .hint("Check access_token_name of the authenticator.");
    }
    String refresh = called.refresh();
    tokens.keep(access, expiry(answer, called), refresh == null ? null : answer.find(refresh));
  }

  private OffsetDateTime expiry(TokenAnswer answer, Names called) {
    OffsetDateTime now = Moments.now(clock);
    OffsetDateTime told = answer.expiry(called.expiry(), called.expiryIsMoment(), now);
    if (told != null) {
      return told;
    }
    return hasExpired()
        ? now.plus(DEFAULT_LIFE)
        : Objects.requireNonNull(tokens.expiry(), "a token that counts has an expiry");
  }

  @Override
  public void addTo(Draft draft) {}
}
